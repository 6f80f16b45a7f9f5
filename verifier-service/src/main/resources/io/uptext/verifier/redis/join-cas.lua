-- Compare-and-set over a chunk of slots, each on its own: one that somebody else has changed meanwhile is left
-- alone and reported, the others are stored.
-- KEYS: the epoch and the deadlines of the partition, then the slots.
-- ARGV[1]: what stands before the server's id in the epoch. ARGV[2]: how long a slot without a deadline lives, in
-- milliseconds. Then three for each slot: what it is expected to hold ('' for nothing), what it shall hold ('' for
-- nothing), and its deadline ('' for none, '=' for none with the old one left on the list).
-- Returns the positions, from 0, of the slots that were not as expected; {-1} if the partition is lost.
if not held(ARGV[1]) then
  return {-1}
end

-- A command costs as much as the rest of a slot, so that commands are for the whole chunk where they can be.
local before = redis.call('MGET', unpack(KEYS, 3))
local changed, waiting, due, gone, done = {}, {}, {}, {}, {}
local new = 0
for i = 1, #before do
  local key = KEYS[i + 2]
  local a = i * 3
  if (before[i] or '') ~= ARGV[a] then
    changed[#changed + 1] = i - 1
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
      if ARGV[a] == '' then
        new = new + 1
      end
    end
  end
end
local listed = 0
if #waiting > 0 then
  -- The deadlines go first: if the other is refused, slots that nobody would look at again were the worse half.
  listed = redis.call('ZADD', KEYS[2], unpack(due))
  redis.call('MSET', unpack(waiting))
end
if #gone > 0 then
  redis.call('DEL', unpack(gone))
end
if #done > 0 then
  redis.call('ZREM', KEYS[2], unpack(done))
end

-- A slot that holds nothing but is on the list, or the other way round, was removed by somebody, or evicted. Nobody knows
-- what else has been. While the partition is filled it is expected.
if listed ~= new and ARGV[1] == '' then
  redis.call('DEL', KEYS[1])
  return {-1}
end
return changed
