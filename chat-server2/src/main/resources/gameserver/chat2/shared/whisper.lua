-- ARGV: link, sender, receiver, message.
local owner = owner_of(ARGV[3])
if not owner or tell(owner, { 'whispered', ARGV[2], ARGV[3], ARGV[4] }) == 0 then
  return { 191 }
end
return { 1 }
