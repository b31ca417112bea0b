-- ARGV: link, user id, session, 1 when whoever has the id shall go. Returns 1 to whoever has the
-- id then, and 0 to everyone else.
local user, session = ARGV[2], ARGV[3]
local owner, older = owner_of(user)
if owner and is_alive(owner) then
  if ARGV[4] == '1' then
    call('SADD', 'waiting:' .. user, me)
    call('PEXPIRE', 'waiting:' .. user, 10000)
    tell(owner, { 'evict', user, older })
  end
  return { 0 }
end
if owner then
  free(user)
end
call('HSET', 'users', user, me .. ' ' .. session)
call('SADD', 'link:' .. me .. ':users', user)
return { 1 }
