package gameserver.client;

/** A command that did not do what the user wanted. The message is one line that says why. */
final class CommandException extends Exception {
    private final String message;

    CommandException(String message) {
        this.message = message;
    }

    /** For a cause whose message a user understands. */
    CommandException(Exception cause) {
        super(cause);
        this.message = String.valueOf(cause.getMessage());
    }

    @Override
    public String getMessage() {
        return message;
    }
}
