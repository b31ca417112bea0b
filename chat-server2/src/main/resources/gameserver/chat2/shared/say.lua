-- ARGV: link, request, room, room user id, 'said' or 'relayed', what.
if call('HEXISTS', 'room:' .. ARGV[3], ARGV[4]) == 0 then
  return { 54 }
end
tell_room(ARGV[3], { ARGV[5], ARGV[2], me, tonumber(ARGV[3]), tonumber(ARGV[4]), ARGV[6] })
return { 1 }
