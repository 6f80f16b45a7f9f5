-- Moves the epoch of a partition on.
-- KEYS[1]: the epoch. ARGV[1]: what stands before the server's id in it now, '*' for whatever. ARGV[2]: what shall.
-- Returns 1, or 0 if the epoch is another one.
local id = string.match(redis.call('INFO', 'replication'), 'master_replid:(%w+)')
if ARGV[1] ~= '*' and redis.call('GET', KEYS[1]) ~= ARGV[1] .. id then
  return 0
end
redis.call('SET', KEYS[1], ARGV[2] .. id)
return 1
