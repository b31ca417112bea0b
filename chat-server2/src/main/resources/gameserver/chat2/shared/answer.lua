-- ARGV: link, invitation id, invited user id, 1 to accept. Returns the room to enter.
local open = invitation(ARGV[2])
if not open or open.invited ~= ARGV[3] then
  return { 197 }
end
if ARGV[4] == '0' then
  close_invitation(open)
  tell_inviter(open, 0)
  return { 1 }
end
if place_of(open.invited) == open.room then
  return { 131 }
elseif is_full(open.room) then
  return { 134 }
end
close_invitation(open)
reserve(open.invited, open.room, open.id .. ' ' .. open.inviter)
return { 1, tonumber(open.room) }
