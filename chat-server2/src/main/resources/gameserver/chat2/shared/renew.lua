-- ARGV: link, lease. Returns whether there is more to be cleared away after links that have ended.
call('ZADD', 'links', now_millis() + ARGV[2], me)
for _, link in ipairs(call('ZRANGEBYSCORE', 'links', '-inf', now_millis())) do
  end_link(link)
end
return { clear_ended(200) }
