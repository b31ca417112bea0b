-- ARGV: link, request, user id.
return { owner_of(ARGV[3]) == me and depart(ARGV[3], ARGV[2]) and 1 or 54 }
