package gameserver.client;

import gameserver.chat.packet.InviteAnswerNotify;
import gameserver.chat.packet.InviteAnswerRequest;
import gameserver.chat.packet.InviteAnswerResponse;
import gameserver.chat.packet.InviteNotify;
import gameserver.chat.packet.InviteRequest;
import gameserver.chat.packet.InviteResponse;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.RoomChatNotify;
import gameserver.chat.packet.RoomChatResponse;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.RoomLeaveResponse;
import gameserver.chat.packet.RoomLeaveUserNotify;
import gameserver.chat.packet.RoomNewUserNotify;
import gameserver.chat.packet.RoomRelayNotify;
import gameserver.chat.packet.RoomUserListNotify;
import gameserver.chat.packet.RoomUserListNotify.RoomUser;
import gameserver.chat.packet.WhisperNotify;
import gameserver.chat.packet.WhisperRequest;
import gameserver.chat.packet.WhisperResponse;
import gameserver.client.Style.Ink;
import gameserver.net.client.Frame;
import gameserver.net.client.Frame.Direction;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Received;
import gameserver.net.packet.Result;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns the packets of a chat into lines for a person, with names where packets have numbers; and
 * remembers for that what it was told.
 *
 * <p><strong>Threads:</strong> any. Frames come on an event loop while commands ask on their own
 * thread, so every method holds this object's lock, and what it returns does not change.
 */
final class ChatView {
    private static final String NOTHING = "";

    /** A server bounds how many one user sends, not how many one gets. */
    private static final int MOST_INVITATIONS = 100;

    private final Style style;
    private final Map<Class<?>, Function<Packet, String>> lines = new HashMap<>();

    private final PendingRequests pending = new PendingRequests();

    /** The rooms of those that are open, by id; the newest last. */
    private final Map<Long, Integer> invitations = new LinkedHashMap<>();

    private String myName = "you";
    private @Nullable KnownRoom room;

    /** Of an invitation that was accepted: not every format tells it once more. */
    private @Nullable Integer nextRoom;

    /** Comes before the room itself, and does not come when nobody is there. */
    private List<RoomUser> othersInNextRoom = List.of();

    ChatView(Style style) {
        this.style = style;
        on(ErrorNotify.class, error -> problem(Advice.on(new Result(error.code()))));
        on(LoginResponse.class, this::loggedIn);
        on(RoomUserListNotify.class, this::listed);
        on(RoomEnterResponse.class, this::entered);
        on(RoomNewUserNotify.class, this::joined);
        on(RoomLeaveResponse.class, this::left);
        on(RoomLeaveUserNotify.class, this::otherLeft);
        on(RoomChatNotify.class, chat -> says(nameOf(chat.roomUserId()), "", chat.message()));
        on(RoomChatResponse.class, chat -> unlessRefused("chat", chat.result(), NOTHING));
        on(RoomRelayNotify.class, this::relayed);
        on(WhisperNotify.class, this::whispered);
        on(WhisperResponse.class, this::whisperArrived);
        on(InviteNotify.class, this::invited);
        on(InviteResponse.class, this::inviteArrived);
        on(InviteAnswerResponse.class, this::answered);
        on(InviteAnswerNotify.class, this::otherAnswered);
    }

    private <P extends Packet> void on(Class<P> kind, Function<P, String> line) {
        lines.put(kind, packet -> line.apply(kind.cast(packet)));
    }

    /**
     * Takes note of a frame.
     *
     * @return the line for it, which is empty when there is nothing to say; or nothing at all when
     *     the frame is not about the chat
     */
    synchronized Optional<String> see(Frame frame) {
        @Nullable Received packet = frame.packet();
        if (!(packet instanceof Packet known)) {
            return Optional.empty();
        }
        if (frame.direction() == Direction.SENT) {
            pending.add(known);
            return Optional.empty();
        }
        return Optional.ofNullable(lines.get(known.getClass())).map(line -> line.apply(known));
    }

    /** For a new connection, which has not been told anything. */
    synchronized void forget() {
        pending.clear();
        invitations.clear();
        room = null;
        nextRoom = null;
        othersInNextRoom = List.of();
    }

    /** Who is in the room. */
    synchronized String who() {
        KnownRoom here = room;
        return here == null
                ? "you are in no room; say 'enter' first"
                : TerminalText.escape(here.name() + ": " + String.join(", ", here.everyone()));
    }

    synchronized boolean isInRoom() {
        return room != null;
    }

    /** Those in the room to whom one can whisper. */
    synchronized List<String> others() {
        return room == null ? List.of() : room.others();
    }

    /** Who is called so in the room. */
    synchronized String nameInRoom(long roomUserId) {
        return nameOf(roomUserId);
    }

    /** The invitation that came last and is not answered. */
    synchronized Optional<Long> newestInvitation() {
        return invitations.keySet().stream().reduce((older, newer) -> newer);
    }

    private String loggedIn(LoginResponse response) {
        Optional<LoginRequest> request = pending.take(LoginRequest.class);
        if (response.result().isSuccess()) {
            myName = request.map(LoginRequest::userId).map(Bytes::toText).orElse(myName);
        }
        return unlessRefused("login", response.result(), notice("you are logged in as " + myName));
    }

    private String listed(RoomUserListNotify list) {
        othersInNextRoom = list.users();
        return NOTHING;
    }

    /** Also comes when an invitation was accepted, without a leave from the room before. */
    private String entered(RoomEnterResponse response) {
        Integer number = numberOf(response);
        if (!response.result().isSuccess()) {
            return refused("enter", response.result());
        }
        KnownRoom entered = new KnownRoom(number, othersInNextRoom, response.roomUserId(), myName);
        room = entered;
        othersInNextRoom = List.of();
        List<String> others = entered.others();
        String where = "in " + entered.name();
        return notice(
                others.isEmpty()
                        ? "you are alone " + where
                        : "you are " + where + " with " + String.join(", ", others));
    }

    /** As it is told, or else as far as it is known from what was said before. */
    private @Nullable Integer numberOf(RoomEnterResponse response) {
        Integer number = nextRoom;
        nextRoom = null;
        if (number == null) {
            number =
                    pending.take(RoomEnterRequest.class)
                            .map(RoomEnterRequest::roomNumber)
                            .filter(asked -> asked != RoomEnterRequest.ANY_ROOM)
                            .orElse(null);
        }
        return response.roomNumber() == null ? number : response.roomNumber();
    }

    private String joined(RoomNewUserNotify user) {
        if (room != null) {
            room.add(user.roomUserId(), user.userId());
        }
        return notice(user.userId() + " has entered");
    }

    private String left(RoomLeaveResponse response) {
        if (response.result().isSuccess()) {
            room = null;
        }
        return unlessRefused("leave", response.result(), notice("you have left the room"));
    }

    private String otherLeft(RoomLeaveUserNotify user) {
        String name = nameOf(user.roomUserId());
        if (room != null) {
            room.remove(user.roomUserId());
        }
        return notice(name + " has left");
    }

    private String relayed(RoomRelayNotify relay) {
        String text = relay.payload().toText();
        String shown = text == null ? "0x" + relay.payload() : text;
        return says(nameOf(relay.roomUserId()), "relays", shown);
    }

    private String whispered(WhisperNotify whisper) {
        return says(whisper.userId(), "whispers", whisper.message());
    }

    private String whisperArrived(WhisperResponse response) {
        Optional<WhisperRequest> request = pending.take(WhisperRequest.class);
        String line =
                request.map(r -> says("you", "whisper to " + r.userId(), r.message()))
                        .orElse(NOTHING);
        return unlessRefused("whisper", response.result(), line);
    }

    private String inviteArrived(InviteResponse response) {
        Optional<InviteRequest> request = pending.take(InviteRequest.class);
        String line = request.map(r -> notice(r.userId() + " is invited")).orElse(NOTHING);
        return unlessRefused("invite", response.result(), line);
    }

    /** The number is only of use when there are several. */
    private String invited(InviteNotify invitation) {
        if (invitations.size() == MOST_INVITATIONS) {
            invitations.remove(invitations.keySet().iterator().next());
        }
        invitations.put(invitation.invitationId(), invitation.roomNumber());
        String number = invitations.size() == 1 ? "" : " " + invitation.invitationId();
        return notice(
                "%s invites you into room %d; say 'accept%s' or 'decline%s'"
                        .formatted(invitation.userId(), invitation.roomNumber(), number, number));
    }

    /** Who accepts is told of the new room next. Who finds it full may try again. */
    private String answered(InviteAnswerResponse response) {
        Optional<InviteAnswerRequest> request = pending.take(InviteAnswerRequest.class);
        boolean accept = request.map(InviteAnswerRequest::accept).orElse(true);
        Result result = response.result();
        if (result.isSuccess() || result.equals(Result.of(ErrorCode.INVITE_NOT_FOUND))) {
            Integer invitedTo = request.map(r -> invitations.remove(r.invitationId())).orElse(null);
            nextRoom = accept && result.isSuccess() ? invitedTo : null;
        }
        return unlessRefused(
                accept ? "accept" : "decline",
                result,
                accept ? NOTHING : notice("you have declined"));
    }

    private String otherAnswered(InviteAnswerNotify answer) {
        return notice(
                answer.accepted()
                        ? answer.userId() + " has accepted your invitation"
                        : answer.userId() + " has declined your invitation, or let it expire");
    }

    private String nameOf(long roomUserId) {
        return room == null ? "user " + roomUserId : room.nameOf(roomUserId);
    }

    private String says(String who, String how, String text) {
        String name = style.paint(Ink.NAME, TerminalText.escape(who));
        String verb = how.isEmpty() ? "" : " " + TerminalText.escape(how);
        return name + verb + ": " + TerminalText.escape(text);
    }

    private String notice(String text) {
        return style.paint(Ink.NOTICE, "* " + TerminalText.escape(text));
    }

    private String unlessRefused(String request, Result result, String line) {
        return result.isSuccess() ? line : refused(request, result);
    }

    private String refused(String request, Result result) {
        return problem(request + " refused: " + Advice.on(result));
    }

    private String problem(String text) {
        return style.paint(Ink.PROBLEM, "[" + text + "]");
    }
}
