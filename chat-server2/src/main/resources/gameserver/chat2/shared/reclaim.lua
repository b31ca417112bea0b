-- ARGV: link, then user id and session of users who are logged in on a server that has a new link.
-- Returns the ids that somebody else has by now.
local lost = {}
for i = 2, #ARGV, 2 do
  local user = ARGV[i]
  local owner = owner_of(user)
  if owner and is_alive(owner) then
    table.insert(lost, user)
  else
    if owner then
      free(user)
    end
    call('HSET', 'users', user, me .. ' ' .. ARGV[i + 1])
    call('SADD', 'link:' .. me .. ':users', user)
  end
end
return lost
