-- Slots whose deadline lies before a watermark.
-- KEYS[1]: the epoch of the partition. KEYS[2]: its deadlines.
-- ARGV[1]: what stands before the server's id in the epoch. ARGV[2]: the watermark in milliseconds. ARGV[3]: how many at most.
-- Returns the names of the slots after an 'ok'; nothing if the partition is lost.
local id = string.match(redis.call('INFO', 'replication'), 'master_replid:(%w+)')
if redis.call('GET', KEYS[1]) ~= ARGV[1] .. id then
  return {}
end
local names = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', '(' .. ARGV[2], 'LIMIT', 0, ARGV[3])
table.insert(names, 1, 'ok')
return names
