-- What every script begins with. KEYS[1] is what all keys begin with, ARGV[1] the caller's link.
--
--   links                  sorted set: each link, by the end of its lease in milliseconds
--   ended                  set: links whose users are still to be cleared away
--   link:<link>:users      set: who is logged in through it
--   users                  hash: user id -> "<link> <session>" that has it
--   waiting:<user>         set: links that want to know when the user id is free
--   shape                  hash: what all servers must have alike, and who began it
--   room:<room>            hash: room user id -> "<link> <user id>"
--   room:<room>:links      hash: link -> how many of its users are in the room
--   room:<room>:reserved   hash: user id -> "<invitation> <inviter>", or "" without one
--   last                   hash: room -> the last room user id that was given out there
--   full                   bitmap: rooms without a free place
--   places                 hash: user id -> "<room> <room user id>"
--   reservations           hash: user id -> room
--   invitation:<id>        hash: inviter, invited, room
--   made:<user>, got:<user>  sets: open invitations
--
-- A link hears of what concerns it on the channel to:<link>.

local P, me = KEYS[1], ARGV[1]

local function call(command, key, ...)
  return redis.call(command, P .. key, ...)
end

local function tell(link, event)
  return redis.call('PUBLISH', P .. 'to:' .. link, cmsgpack.pack(event))
end

local function is_alive(link)
  return call('ZSCORE', 'links', link)
end

-- The link and the session that have the user id.
local function owner_of(user)
  local owner = call('HGET', 'users', user)
  if owner then
    return string.match(owner, '^(%S+) (%S+)$')
  end
end

-- The room in which the user is, and what it is called there.
local function place_of(user)
  local place = call('HGET', 'places', user)
  if place then
    return string.match(place, '^(%S+) (%S+)$')
  end
end

local function links_in(room)
  return call('HKEYS', 'room:' .. room .. ':links')
end

local function tell_room(room, event)
  for _, link in ipairs(links_in(room)) do
    tell(link, event)
  end
end

local function is_full(room)
  local taken = call('HLEN', 'room:' .. room) + call('HLEN', 'room:' .. room .. ':reserved')
  return taken >= tonumber(call('HGET', 'shape', 'size'))
end

local function note_full(room)
  call('SETBIT', 'full', room - call('HGET', 'shape', 'first'), is_full(room) and 1 or 0)
end

local function tell_inviter(open, accepted)
  local link = owner_of(open.inviter)
  if link then
    tell(link, { 'answered', tonumber(open.id), accepted })
  end
end

-- For a place that was kept for whoever accepts: the inviter hears whether it was taken.
local function tell_kept_for(what_for, taken)
  if what_for and what_for ~= '' then
    local id, inviter = string.match(what_for, '^(%S+) (.*)$')
    tell_inviter({ id = id, inviter = inviter }, taken)
  end
end

-- Takes back the reservation of the user, and returns its room and what it was for.
local function unreserve(user)
  local room = call('HGET', 'reservations', user)
  if room then
    local what_for = call('HGET', 'room:' .. room .. ':reserved', user)
    call('HDEL', 'reservations', user)
    call('HDEL', 'room:' .. room .. ':reserved', user)
    note_full(room)
    return room, what_for
  end
end

-- Takes back the reservation of a user who does not come.
local function cancel_reservation(user)
  local _, what_for = unreserve(user)
  tell_kept_for(what_for, 0)
end

-- A user has one reservation at most: a new one takes the place of what was there before.
local function reserve(user, room, what_for)
  cancel_reservation(user)
  call('HSET', 'reservations', user, room)
  call('HSET', 'room:' .. room .. ':reserved', user, what_for)
  note_full(room)
end

-- The members of a room that have not come through the link, those who are longest there first.
local function members_not_of(link, room)
  local members = {}
  local fields = call('HGETALL', 'room:' .. room)
  for i = 1, #fields, 2 do
    local of, user = string.match(fields[i + 1], '^(%S+) (.*)$')
    if of ~= link then
      table.insert(members, { tonumber(fields[i]), user })
    end
  end
  table.sort(members, function(a, b) return a[1] < b[1] end)
  return members
end

local function add_member(room, id, user)
  call('HSET', 'room:' .. room, id, me .. ' ' .. user)
  call('HINCRBY', 'room:' .. room .. ':links', me, 1)
  call('HSET', 'places', user, room .. ' ' .. id)
  note_full(room)
end

-- Takes the user out of its room, if it is in one, and tells everyone there.
local function depart(user, request)
  local room, id = place_of(user)
  if not room then
    return false
  end
  local link = string.match(call('HGET', 'room:' .. room, id), '^(%S+) ')
  tell_room(room, { 'left', request, link, tonumber(room), tonumber(id) })
  call('HDEL', 'room:' .. room, id)
  call('HDEL', 'places', user)
  if call('HINCRBY', 'room:' .. room .. ':links', link, -1) == 0 then
    call('HDEL', 'room:' .. room .. ':links', link)
  end
  note_full(room)
  return true
end

local function invitation(id)
  local found = call('HMGET', 'invitation:' .. id, 'inviter', 'invited', 'room')
  if found[1] then
    return { id = id, inviter = found[1], invited = found[2], room = found[3] }
  end
end

local function close_invitation(open)
  call('DEL', 'invitation:' .. open.id)
  call('SREM', 'made:' .. open.inviter, open.id)
  call('SREM', 'got:' .. open.invited, open.id)
end

local function end_invitations(user)
  for _, id in ipairs(call('SMEMBERS', 'got:' .. user)) do
    local open = invitation(id)
    if open then
      close_invitation(open)
      tell_inviter(open, 0)
    end
  end
  for _, id in ipairs(call('SMEMBERS', 'made:' .. user)) do
    local open = invitation(id)
    if open then
      close_invitation(open)
    end
  end
  call('DEL', 'got:' .. user)
  call('DEL', 'made:' .. user)
end

-- Ends everything that the owner of the user id has begun, and makes the id free.
local function free(user)
  local link = owner_of(user)
  depart(user, '0')
  cancel_reservation(user)
  end_invitations(user)
  call('HDEL', 'users', user)
  call('SREM', 'link:' .. link .. ':users', user)
  for _, waiting in ipairs(call('SMEMBERS', 'waiting:' .. user)) do
    tell(waiting, { 'released', user })
  end
  call('DEL', 'waiting:' .. user)
end

local function now_millis()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

local function end_link(link)
  call('ZREM', 'links', link)
  call('SADD', 'ended', link)
end

-- Clears away some users of links that have ended, and returns whether there are more.
local function clear_ended(most)
  local link = call('SRANDMEMBER', 'ended')
  if not link then
    return 0
  end
  for _, user in ipairs(call('SPOP', 'link:' .. link .. ':users', most)) do
    if owner_of(user) == link then
      free(user)
    end
  end
  if call('EXISTS', 'link:' .. link .. ':users') == 0 then
    call('SREM', 'ended', link)
  end
  return call('EXISTS', 'ended')
end
