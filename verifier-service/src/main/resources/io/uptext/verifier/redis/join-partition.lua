-- Stands before each of our scripts: what they all have to know of a partition.
-- KEYS[1]: its epoch. KEYS[2]: its deadlines (sorted set, by milliseconds).

-- A server that was restarted or promoted has another id: a replica may lack the last writes of the server that it
-- follows.
local id = string.match(redis.call('INFO', 'replication'), 'master_replid:(%w+)')

-- Is on the list of deadlines for ever, so that a list that somebody removed is not taken for an empty one.
local MARK = '*'

local function is(key, type)
  return redis.call('TYPE', key).ok == type
end

-- What a command finds; nothing where the key is of another type.
local function found(...)
  local answer = redis.pcall(...)
  if type(answer) ~= 'table' then
    return answer
  end
  return not string.find(answer.err, '^WRONGTYPE') and redis.call(...)
end

-- Whether the partition is held here: with an epoch that begins so, and with its deadlines.
local function held(epoch)
  return found('GET', KEYS[1]) == epoch .. id and found('ZSCORE', KEYS[2], MARK)
end
