-- ARGV: link, invitation id. Returns whether it was open until now.
local open = invitation(ARGV[2])
if open then
  close_invitation(open)
end
return { open and 1 or 0 }
