-- ARGV: link, user id, session. Makes the id free, if this session has it.
local owner, session = owner_of(ARGV[2])
if owner == me and session == ARGV[3] then
  free(ARGV[2])
end
return { 1 }
