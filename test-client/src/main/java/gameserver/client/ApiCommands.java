package gameserver.client;

import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.client.ApiAnswer.GameLogin;
import gameserver.client.ApiAnswer.Seat;
import gameserver.client.Words.FirstAndRest;
import java.util.List;

/** The commands that ask the API server. */
final class ApiCommands {
    private static final List<Command> ALL =
            List.of(
                    Command.of(
                                    "register NAME PASSWORD",
                                    "opens an account on the API server",
                                    """
                                    A name has 1 to 16 bytes of UTF-8, a password 8 to 128 characters.
                                    The API server is the one of --api.""",
                                    ApiCommands::register)
                            .withSecret(),
                    Command.of(
                                    "api-login NAME PASSWORD",
                                    "logs in with an account of the API server",
                                    """
                                    The API server names a server of the game of --game, and gives a token that
                                    is good for one login there. This connects to that server, unless it is
                                    connected already, and sends LOGIN_REQ with the token for a password.""",
                                    ApiCommands::logIn)
                            .withSecret(),
                    Command.of(
                            "match SIZE",
                            "finds a table with others, and sits down there",
                            """
                            After 'api-login'. Waits in the queue of the API server until 2 to 7 want to
                            play together, then connects to the server of the table, logs in with the
                            token of the match and enters the room. Ctrl-C leaves the queue.""",
                            ApiCommands::match));

    private ApiCommands() {}

    static List<Command> all() {
        return ALL;
    }

    private static void register(String arguments, Client client)
            throws CommandException, InterruptedException {
        FirstAndRest name = nameAndPassword("register", arguments);
        client.api().register(name.first(), name.rest());
        client.tell("the account %s is open; 'api-login' logs in".formatted(name.first()));
    }

    private static void logIn(String arguments, Client client)
            throws CommandException, InterruptedException {
        FirstAndRest name = nameAndPassword("api-login", arguments);
        GameLogin login = client.api().logIn(name.first(), name.rest());
        if (!client.isConnectedTo(login.address())) {
            client.connect(login.address());
        }
        client.send(LoginRequest.of(name.first(), login.token()));
    }

    private static void match(String arguments, Client client)
            throws CommandException, InterruptedException {
        if (!arguments.matches("[0-9]{1,9}")) {
            throw Commands.find("match").wrongUsage();
        }
        String userId = client.api().userId();
        client.tell("looking for others ...");
        Seat seat = client.api().match(Integer.parseInt(arguments));
        client.connect(seat.login().address()); // Anew: a token is for a new session.
        client.send(LoginRequest.of(userId, seat.login().token()));
        client.send(new RoomEnterRequest(seat.room()));
    }

    private static FirstAndRest nameAndPassword(String command, String arguments)
            throws CommandException {
        FirstAndRest name = Words.cut(arguments);
        if (name.first().isEmpty() || name.rest().isEmpty()) {
            throw Commands.find(command).wrongUsage();
        }
        return name;
    }
}
