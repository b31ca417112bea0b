package gameserver.client;

import gameserver.net.packet.Bytes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Runs commands line by line, as they come: another program may write them one by one and wait in
 * between. The first that fails ends the script. Lines are UTF-8; what some editors put at the
 * beginning of such a file, a byte order mark, is skipped.
 *
 * @param name what stands before the number of a line in messages
 */
record Script(String name) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A line failed. The message names it and says why. */
    static final class FailedException extends Exception {
        FailedException(String message) {
            super(message);
        }
    }

    /**
     * Runs all lines of {@code source}, up to a {@code quit}.
     *
     * @throws FailedException when a line fails
     * @throws IOException when {@code source} can't be read
     */
    void run(InputStream source, Client client)
            throws FailedException, IOException, InterruptedException {
        // A character for each byte: lines end where they do in UTF-8, and each is decoded by
        // itself, so that one which is no UTF-8 has a number, and those before it run.
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(source, StandardCharsets.ISO_8859_1));
        int number = 0;
        while (!client.isQuitting()) {
            String line = lines.readLine();
            if (line == null) {
                return;
            }
            number++;
            try {
                Commands.run(decode(line, number), client);
            } catch (CommandException e) {
                throw new FailedException(name + ":" + number + ": " + e.getMessage());
            }
        }
    }

    private static String decode(String bytes, int number) throws CommandException {
        String line = Bytes.of(bytes.getBytes(StandardCharsets.ISO_8859_1)).toText();
        if (line == null) {
            throw new CommandException("the line is not UTF-8");
        }
        boolean marked = number == 1 && line.startsWith(BYTE_ORDER_MARK);
        return marked ? line.substring(BYTE_ORDER_MARK.length()) : line;
    }
}
