-- ARGV: link, user id. Reserves a place in the first room that has one, and returns the room.
local index = call('BITPOS', 'full', 0)
if index < 0 or index >= tonumber(call('HGET', 'shape', 'rooms')) then
  return { 137 }
end
local room = index + call('HGET', 'shape', 'first')
reserve(ARGV[2], string.format('%.0f', room), '')
return { 1, room }
