-- ARGV: link, room, then room user id and user id of those who are in the room of a server that has
-- a new link. Returns the user ids that can't be in the room any more.
local room, refused = ARGV[2], {}
local others = links_in(room)
for i = 3, #ARGV, 2 do
  local id, user = ARGV[i], ARGV[i + 1]
  if owner_of(user) ~= me or call('HEXISTS', 'room:' .. room, id) == 1 then
    table.insert(refused, user)
  else
    add_member(room, id, user)
    local last = tonumber(call('HGET', 'last', room) or 0)
    call('HSET', 'last', room, string.format('%.0f', math.max(last, tonumber(id))))
    for _, link in ipairs(others) do
      tell(link, { 'entered', '0', me, tonumber(room), tonumber(id), user, {} })
    end
  end
end
tell(me, { 'met', '0', me, tonumber(room), members_not_of(me, room) })
return refused
