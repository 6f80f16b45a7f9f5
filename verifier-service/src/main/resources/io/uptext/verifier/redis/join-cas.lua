-- Compare-and-set over a chunk of slots, each on its own: one that somebody else has changed meanwhile is left
-- alone and reported, the others are stored.
-- KEYS[1]: the deadlines of the partition (sorted set, by milliseconds); KEYS[2..]: the slots.
-- ARGV[1]: how long a slot lives, in milliseconds; then four for each slot: what it is expected to hold ('' for
-- nothing), what it shall hold, its deadline ('' for none), its name among the deadlines.
-- Returns the positions, from 0, of the slots that were not as expected.
local lost = {}
for i = 2, #KEYS do
  local a = 2 + (i - 2) * 4
  local held = redis.call('GET', KEYS[i]) or ''
  if held == ARGV[a] then
    redis.call('SET', KEYS[i], ARGV[a + 1], 'PX', ARGV[1])
    if ARGV[a + 2] ~= '' then
      redis.call('ZADD', KEYS[1], ARGV[a + 2], ARGV[a + 3])
    end
  else
    lost[#lost + 1] = i - 2
  end
end
return lost
