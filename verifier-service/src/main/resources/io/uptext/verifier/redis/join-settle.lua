-- Takes slots off the list of deadlines, except those that wait again: they live without end.
-- KEYS: the epoch and the deadlines of the partition, then the slots.
-- What is on the list and holds nothing has been removed by somebody, or evicted. Nobody knows what else has: the
-- partition is lost then.
for i = 3, #KEYS do
  local exists = is(KEYS[i], 'string')
  if not (exists and redis.call('PTTL', KEYS[i]) == -1) then
    local listed = redis.call('ZREM', KEYS[2], string.sub(KEYS[i], -32)) == 1
    if listed and not exists then
      redis.call('DEL', KEYS[1])
    end
  end
end
return 1
