package gameserver.client;

import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/** What the up key brings back: the lines as they were typed, but without their passwords. */
final class CommandHistory extends DefaultHistory {
    @Override
    public void add(Instant time, String line) {
        super.add(time, Commands.withoutSecret(line));
    }
}
