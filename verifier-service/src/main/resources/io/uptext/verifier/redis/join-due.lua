-- Slots whose deadline lies before a watermark.
-- KEYS: the epoch and the deadlines of the partition.
-- ARGV[1]: what stands before the server's id in the epoch. ARGV[2]: the watermark in milliseconds. ARGV[3]: how many at most.
-- Returns the names of the slots after an 'ok'; nothing if the partition is lost.
if not held(ARGV[1]) then
  return {}
end
local answer = {'ok'}
for _, name in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', '(' .. ARGV[2], 'LIMIT', 0, ARGV[3])) do
  if #name == 32 then
    answer[#answer + 1] = name
  else
    -- No name of ours.
    redis.call('ZREM', KEYS[2], name)
  end
end
return answer
