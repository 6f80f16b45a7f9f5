-- Moves the epoch of a partition on.
-- KEYS: the epoch and the deadlines of the partition.
-- ARGV[1]: what stands before the server's id in the epoch now, '*' for whatever. ARGV[2]: what shall.
-- Returns 1, or 0 if the epoch is another one.
if ARGV[1] == '*' then
  if not is(KEYS[2], 'zset') then
    redis.call('DEL', KEYS[2])
  end
  redis.call('ZADD', KEYS[2], '+inf', MARK)
elseif not held(ARGV[1]) then
  return 0
end
redis.call('SET', KEYS[1], ARGV[2] .. id)
return 1
