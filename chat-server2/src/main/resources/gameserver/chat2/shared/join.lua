-- ARGV: link, lease, the link before or '', who began what this server has seen last or '', first
-- room, rooms, room size. Returns who began it and the
-- number of the link; or, for another shape than that of the others, theirs.
local shape = call('HMGET', 'shape', 'first', 'rooms', 'size', 'begun_by')
if ARGV[3] ~= '' then
  end_link(ARGV[3])
end
local is_first = call('ZCARD', 'links') == 0 and call('EXISTS', 'ended') == 0
if is_first and ARGV[4] == '' then
  -- Nobody is here, and whoever comes knows nothing of what has been.
  call('DEL', 'last')
  call('DEL', 'full')
  shape[4] = false
end
if not shape[4] then
  -- Servers that lost sight of each other when Redis lost everything still have room user ids
  -- that were given out before. New ones begin far behind those.
  local base = ARGV[4] == '' and 0 or now_millis()
  call('HSET', 'shape', 'first', ARGV[5], 'rooms', ARGV[6], 'size', ARGV[7], 'begun_by', me, 'base', base)
  shape = { ARGV[5], ARGV[6], ARGV[7], me }
elseif ARGV[4] ~= '' and ARGV[4] ~= shape[4] and call('HGET', 'shape', 'base') == '0' then
  call('HSET', 'shape', 'base', now_millis())
end
if shape[1] ~= ARGV[5] or shape[2] ~= ARGV[6] or shape[3] ~= ARGV[7] then
  return { '', shape[1], shape[2], shape[3] }
end
call('ZADD', 'links', now_millis() + ARGV[2], me)
return { shape[4], call('INCR', 'joins') }
