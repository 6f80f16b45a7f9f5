-- Compare-and-set over a chunk of slots, each on its own: one that somebody else has changed meanwhile is left
-- alone and reported, the others are stored.
-- KEYS[1]: the epoch of the partition. KEYS[2]: its deadlines (sorted set, by milliseconds). KEYS[3..]: the slots.
-- ARGV[1]: what stands before the server's id in the epoch. ARGV[2]: how long a slot without a deadline lives, in
-- milliseconds. Then three for each slot: what it is expected to hold ('' for nothing), what it shall hold ('' for
-- nothing), and its deadline ('' for none, '=' for none with the old one left on the list).
-- Returns the positions, from 0, of the slots that were not as expected; {-1} if the partition is lost.

-- A server that was emptied has no epoch, and one that was restarted or promoted has another id: a replica may lack
-- the last writes of the server that it follows.
local id = string.match(redis.call('INFO', 'replication'), 'master_replid:(%w+)')
if redis.call('GET', KEYS[1]) ~= ARGV[1] .. id then
  return {-1}
end
local lost = {}
for i = 3, #KEYS do
  local a = 3 + (i - 3) * 3
  local held = redis.pcall('GET', KEYS[i])
  if type(held) ~= 'string' then
    held = ''
  end
  if held ~= ARGV[a] then
    lost[#lost + 1] = i - 3
  else
    local name = string.sub(KEYS[i], -32)
    local deadline = ARGV[a + 2]
    if ARGV[a + 1] == '' then
      redis.call('DEL', KEYS[i])
      redis.call('ZREM', KEYS[2], name)
    elseif deadline == '' or deadline == '=' then
      redis.call('SET', KEYS[i], ARGV[a + 1], 'PX', ARGV[2])
      if deadline == '' then
        redis.call('ZREM', KEYS[2], name)
      end
    else
      redis.call('SET', KEYS[i], ARGV[a + 1])
      redis.call('ZADD', KEYS[2], deadline, name)
    end
  end
end
return lost
