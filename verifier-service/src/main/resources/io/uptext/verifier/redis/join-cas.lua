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

-- A command costs as much as the rest of a slot, so that commands are for the whole chunk where they can be.
local held = redis.call('MGET', unpack(KEYS, 3))
local lost, waiting, due, gone, done = {}, {}, {}, {}, {}
for i = 1, #held do
  local key = KEYS[i + 2]
  local a = i * 3
  if (held[i] or '') ~= ARGV[a] then
    lost[#lost + 1] = i - 1
  else
    local deadline = ARGV[a + 2]
    if ARGV[a + 1] == '' then
      gone[#gone + 1] = key
      done[#done + 1] = string.sub(key, -32)
    elseif deadline == '' or deadline == '=' then
      redis.call('SET', key, ARGV[a + 1], 'PX', ARGV[2])
      if deadline == '' then
        done[#done + 1] = string.sub(key, -32)
      end
    else
      waiting[#waiting + 1] = key
      waiting[#waiting + 1] = ARGV[a + 1]
      due[#due + 1] = deadline
      due[#due + 1] = string.sub(key, -32)
    end
  end
end
if #waiting > 0 then
  redis.call('MSET', unpack(waiting))
  redis.call('ZADD', KEYS[2], unpack(due))
end
if #gone > 0 then
  redis.call('DEL', unpack(gone))
end
if #done > 0 then
  redis.call('ZREM', KEYS[2], unpack(done))
end
return lost
