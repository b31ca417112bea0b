package gameserver.client;

import java.io.IOException;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** What standard input and error are connected to. */
public final class StandardStreams {
    private StandardStreams() {}

    static boolean inputIsTerminal() {
        return isTerminal(SystemStream.Input);
    }

    /** Whether what is written to standard error is seen at once, and may be written over. */
    public static boolean errorIsTerminal() {
        return isTerminal(SystemStream.Error);
    }

    /** Asks the native library, or the shell on a machine that the library does not know. */
    private static boolean isTerminal(SystemStream stream) {
        try {
            return TerminalProvider.load("jni").isSystemStream(stream);
        } catch (IOException | LinkageError e) {
            return shellSaysTerminal(stream);
        }
    }

    private static boolean shellSaysTerminal(SystemStream stream) {
        try {
            return TerminalProvider.load("exec").isSystemStream(stream);
        } catch (IOException e) {
            return false;
        }
    }
}
