-- Counts a creation if it fits all limits: all of it or nothing. docs/limits.md explains the limits.
--
-- KEYS: one for each rate, one for each cap, the reservation of the challenge, the codes of today, those of days before.
--       All have one hash tag.
-- ARGV: how far our time is ahead of the server's (us; 0 but in tests), the challenge, its draw, how long a reservation lives
--       (ms; 0 where the challenge cannot be asked for again), for how long it takes places (us), how long a place can live at
--       most (ms), its code, how long codes are kept (s), how many rates, how many caps;
--       for each rate: interval (us), count, the backlog that the caller knows of (us);
--       for each cap: places, whether what is left is told (1), how many taken the caller knows of, and when the first of them is
--       freed (us from now).
-- Answer: 1 admitted, 0 refused, 2 the code is taken, 3 admitted before; the draw of what was admitted;
--       then for each rate its backlog, for each cap the places taken and when the first is freed (us from now).

local function whole(number) return string.format('%.0f', number) end

local ahead, challenge, draw, reserved, validity, longest, code, kept, rates, caps = unpack(ARGV, 1, 10)
rates, caps = tonumber(rates), tonumber(caps)
local reservation = rates + caps + 1

if reserved ~= '0' then
  local held = redis.call('GET', KEYS[reservation])
  if held then return { 3, tonumber(held) } end
end

local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2] + ahead
local fits = true
local answer = { 1, tonumber(draw) }
local at = 11

local added = {}
for i = 1, rates do
  local interval, count, known = tonumber(ARGV[at]), tonumber(ARGV[at + 1]), tonumber(ARGV[at + 2])
  at = at + 3
  local horizon = interval * count
  local idle = tonumber(redis.call('GET', KEYS[i]) or '0')
  -- Never more than the horizon: whoever was further ahead had another clock.
  local backlog = math.min(math.max(idle - now, known, 0), horizon)
  if backlog + interval > horizon then fits = false end
  added[i] = interval
  answer[2 + i] = backlog
end

local later = '(' .. whole(now)
for i = 1, caps do
  local most, told, known, knownEnd = tonumber(ARGV[at]), ARGV[at + 1] == '1', tonumber(ARGV[at + 2]), tonumber(ARGV[at + 3])
  at = at + 4
  local key = KEYS[rates + i]
  -- Those that are over count too, until they matter: to tell them apart takes longer.
  local taken = redis.call('ZCARD', key)
  local firstEnd = 0
  if taken > 0 and (told or taken >= most) then
    taken = redis.call('ZCOUNT', key, later, '+inf')
    local first = redis.call('ZRANGEBYSCORE', key, later, '+inf', 'WITHSCORES', 'LIMIT', 0, 1)[2]
    if first then firstEnd = first - now end
  end
  if known > taken then taken, firstEnd = known, math.max(knownEnd, firstEnd) end
  if taken >= most then fits = false end
  answer[2 + rates + 2 * i - 1] = taken
  answer[2 + rates + 2 * i] = firstEnd
end

if not fits then
  answer[1] = 0
  return answer
end
for i = reservation + 1, #KEYS do
  if redis.call('SISMEMBER', KEYS[i], code) == 1 then return { 2, 0 } end
end

-- From here on it writes. The first write is one that a full Redis refuses, with nothing done: after another one it would not.
for i = 1, rates do
  local backlog = answer[2 + i] + added[i]
  redis.call('SET', KEYS[i], whole(now + backlog), 'PX', whole(math.ceil(backlog / 1000)))
  answer[2 + i] = backlog
end
for i = 1, caps do
  local key = KEYS[rates + i]
  redis.call('ZADD', key, whole(now + validity), challenge)
  redis.call('ZREMRANGEBYSCORE', key, '-inf', whole(now))
  redis.call('PEXPIRE', key, longest)
  local place = 2 + rates + 2 * i
  answer[place - 1] = answer[place - 1] + 1
  if answer[place] == 0 or answer[place] > tonumber(validity) then answer[place] = tonumber(validity) end
end
redis.call('SADD', KEYS[reservation + 1], code)
redis.call('EXPIRE', KEYS[reservation + 1], kept)
if reserved ~= '0' then redis.call('SET', KEYS[reservation], draw, 'PX', reserved) end
return answer
