-- ARGV: link. Ends the link of a server that stops.
end_link(me)
return { clear_ended(200) }
