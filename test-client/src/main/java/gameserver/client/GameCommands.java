package gameserver.client;

import gameserver.baccarat.packet.GameBetRequest;
import gameserver.baccarat.packet.GameStartRequest;
import gameserver.client.Words.FirstAndRest;
import java.util.List;

/** The commands of a baccarat table. */
final class GameCommands {
    private static final List<String> SIDES = List.of("player", "banker", "tie");

    private static final List<Command> ALL =
            List.of(
                    Command.of(
                            "start",
                            "begins a round of baccarat",
                            "Only who has been in the room longest can do that.",
                            (arguments, client) -> client.send(new GameStartRequest())),
                    Command.of(
                                    "bet SIDE [AMOUNT]",
                                    "bets on player, banker or tie, or changes the bet",
                                    """
                                    Without an amount it is the least that the table takes. What wins pays 1:1,
                                    on the banker 0.95:1, on a tie 8:1.""",
                                    GameCommands::bet)
                            .withChoices(client -> SIDES),
                    Command.of(
                            "table",
                            "shows the table: bets, cards, chips, and the seconds left",
                            "",
                            (arguments, client) -> client.print(client.table())));

    private GameCommands() {}

    static List<Command> all() {
        return ALL;
    }

    private static void bet(String arguments, Client client) throws CommandException {
        FirstAndRest side = Words.cut(arguments);
        int number = SIDES.indexOf(side.first()) + 1;
        if (number == 0) {
            throw Commands.find("bet").wrongUsage();
        }
        try {
            Long amount = side.rest().isEmpty() ? null : Long.valueOf(side.rest());
            client.send(new GameBetRequest(number, amount));
        } catch (NumberFormatException e) {
            throw new CommandException("'" + side.rest() + "' is not a number of chips");
        }
    }
}
