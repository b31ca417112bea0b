package gameserver.client;

import gameserver.chat.packet.InviteAnswerRequest;
import gameserver.chat.packet.InviteRequest;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomLeaveRequest;
import gameserver.chat.packet.RoomRelayRequest;
import gameserver.chat.packet.WhisperRequest;
import gameserver.client.Words.FirstAndRest;
import gameserver.net.packet.Bytes;
import java.util.List;

/** The commands of a chat. */
final class ChatCommands {
    private static final String HEX_PREFIX = "0x";

    /** A server without accounts takes any. */
    private static final String USUAL_PASSWORD = "pw";

    private static final List<Command> ALL =
            List.of(
                    Command.of(
                                    "login NAME [PASSWORD]",
                                    "sends LOGIN_REQ, which comes first on a chat server",
                                    """
                                    Each has at most 16 bytes of UTF-8; the password is "pw" when none is given.
                                    A name with spaces goes in quotation marks, here and elsewhere.""",
                                    ChatCommands::login)
                            .withSecret(),
                    Command.of(
                            "enter [NUMBER]",
                            "enters a room, or any that has a free place",
                            "",
                            ChatCommands::enter),
                    Command.of(
                            "leave",
                            "leaves the room",
                            "",
                            (arguments, client) -> client.send(new RoomLeaveRequest())),
                    Command.of(
                            "who",
                            "shows who is in the room, as far as the server has told",
                            "",
                            (arguments, client) -> client.print(client.chat().who())),
                    Command.of(
                            "chat TEXT",
                            "says something to all in the room",
                            "The text goes from after the space to the end of the line.",
                            ChatCommands::chat),
                    Command.of(
                                    "whisper NAME TEXT",
                                    "says something to one user, in whatever room",
                                    "",
                                    ChatCommands::whisper)
                            .withChoices(client -> client.chat().others()),
                    Command.of(
                            "invite NAME",
                            "invites a user into the room you are in",
                            "",
                            ChatCommands::invite),
                    Command.of(
                            "accept [INVITATION]",
                            "goes where you were invited to, the last or by number",
                            "",
                            (number, client) -> answer(number, /* accept= */ true, client)),
                    Command.of(
                            "decline [INVITATION]",
                            "turns down an invitation, the last or by number",
                            "",
                            (number, client) -> answer(number, /* accept= */ false, client)),
                    Command.of(
                            "relay TEXT|0xHEX",
                            "sends bytes to all in the room, for clients to make sense of",
                            "Text is sent as UTF-8; what starts with 0x is hex, two digits a byte.",
                            ChatCommands::relay));

    private ChatCommands() {}

    static List<Command> all() {
        return ALL;
    }

    private static void login(String arguments, Client client) throws CommandException {
        FirstAndRest name = Words.cut(requireSome("login", arguments));
        String password = name.rest().isEmpty() ? USUAL_PASSWORD : name.rest();
        client.send(LoginRequest.of(name.first(), password));
    }

    private static void enter(String number, Client client) throws CommandException {
        try {
            int room = number.isEmpty() ? RoomEnterRequest.ANY_ROOM : Integer.parseInt(number);
            client.send(new RoomEnterRequest(room));
        } catch (NumberFormatException e) {
            throw new CommandException("'" + number + "' is not the number of a room");
        }
    }

    private static void chat(String text, Client client) throws CommandException {
        client.send(new RoomChatRequest(requireSome("chat", text)));
    }

    private static void whisper(String arguments, Client client) throws CommandException {
        FirstAndRest name = Words.cut(arguments);
        client.send(new WhisperRequest(name.first(), requireSome("whisper", name.rest())));
    }

    private static void invite(String name, Client client) throws CommandException {
        client.send(new InviteRequest(Words.cut(requireSome("invite", name)).first()));
    }

    private static void answer(String number, boolean accept, Client client)
            throws CommandException {
        client.send(new InviteAnswerRequest(invitation(number, client), accept));
    }

    private static long invitation(String number, Client client) throws CommandException {
        if (number.isEmpty()) {
            return client.chat()
                    .newestInvitation()
                    .orElseThrow(() -> new CommandException("nobody has invited you"));
        }
        try {
            return Long.parseLong(number);
        } catch (NumberFormatException e) {
            throw new CommandException("'" + number + "' is not the number of an invitation");
        }
    }

    private static void relay(String arguments, Client client) throws CommandException {
        String text = requireSome("relay", arguments);
        Bytes payload =
                text.startsWith(HEX_PREFIX)
                        ? Commands.hex(text.substring(HEX_PREFIX.length()))
                        : Bytes.utf8(text);
        client.send(new RoomRelayRequest(payload));
    }

    private static String requireSome(String command, String text) throws CommandException {
        if (text.isEmpty()) {
            throw Commands.find(command).wrongUsage();
        }
        return text;
    }
}
