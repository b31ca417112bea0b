-- ARGV: link, a new invitation's id, inviter, invited.
local id, inviter, invited = ARGV[2], ARGV[3], ARGV[4]
local room, owner = place_of(inviter), owner_of(invited)
if not room then
  return { 54 }
elseif not owner then
  return { 195 }
elseif room == place_of(invited) then
  return { 196 }
elseif call('SCARD', 'made:' .. inviter) >= 10 then
  return { 198 }
end
call('HSET', 'invitation:' .. id, 'inviter', inviter, 'invited', invited, 'room', room)
call('SADD', 'made:' .. inviter, id)
call('SADD', 'got:' .. invited, id)
tell(owner, { 'invited', tonumber(id), tonumber(room), inviter, invited })
return { 1 }
