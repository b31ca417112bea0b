package gameserver.net.tls;

import java.nio.file.Path;

/** A file is not what it is given for. The message says in one line which one and why. */
public final class TlsFileException extends Exception {
    TlsFileException(Path file, String problem) {
        this(file + " " + problem);
    }

    TlsFileException(String message) {
        super(message);
    }
}
