package gameserver.chat;

/** What happens when somebody logs in with an id that is logged in. */
public enum DuplicateLogin {
    /** The newer login is refused. */
    REJECT,
    /** The older session is told so and ended. */
    REPLACE
}
