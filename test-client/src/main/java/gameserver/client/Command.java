package gameserver.client;

import java.util.List;
import java.util.function.Function;

/**
 * One thing that a user can say, at the prompt as in a script.
 *
 * @param usage the name and what follows it
 * @param summary one line, for the list of all commands
 * @param details the rest of what {@code help NAME} shows; may be empty
 * @param choices what the word after the name can be, where that is known; for completion
 * @param secret whether what follows the first argument is a password
 */
record Command(
        String name,
        String usage,
        String summary,
        String details,
        Function<Client, List<String>> choices,
        boolean secret,
        Action action) {

    /** What a command does. */
    @FunctionalInterface
    interface Action {
        /**
         * Does it.
         *
         * @param arguments what follows the name, without spaces around it
         * @throws CommandException when it can't be done, or what was expected did not happen
         */
        void run(String arguments, Client client) throws CommandException, InterruptedException;
    }

    /** A command whose argument is free text, or that has none. */
    static Command of(String usage, String summary, String details, Action action) {
        String name = usage.split(" ", 2)[0];
        return new Command(name, usage, summary, details, client -> List.of(), false, action);
    }

    Command withChoices(Function<Client, List<String>> words) {
        return new Command(name, usage, summary, details, words, secret, action);
    }

    /** For a command whose arguments are a name and a password. */
    Command withSecret() {
        return new Command(name, usage, summary, details, choices, true, action);
    }

    /** What a user is told who got the arguments wrong. */
    CommandException wrongUsage() {
        return new CommandException("usage: " + usage);
    }
}
