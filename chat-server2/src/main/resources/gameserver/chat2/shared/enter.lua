-- ARGV: link, request, room, user id.
local room, user = ARGV[3], ARGV[4]
if owner_of(user) ~= me then
  return { 114 }
end
local reserved, what_for = unreserve(user)
if reserved ~= room then
  tell_kept_for(what_for, 0)
  if is_full(room) then
    return { 134 }
  end
end
local last = tonumber(call('HGET', 'last', room) or 0)
local id = string.format('%.0f', math.max(last, tonumber(call('HGET', 'shape', 'base'))) + 1)
local is_first = call('HEXISTS', 'room:' .. room .. ':links', me) == 0
local members = is_first and members_not_of(me, room) or {}
call('HSET', 'last', room, id)
add_member(room, id, user)
for _, link in ipairs(links_in(room)) do
  tell(link, { 'entered', ARGV[2], me, tonumber(room), tonumber(id), user, link == me and members or {} })
end
if reserved == room then
  tell_kept_for(what_for, 1)
end
return { 1 }
