package gameserver.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Runs commands line by line, as they come: another program may write them one by one and wait in
 * between. The first that fails ends the script.
 *
 * @param name what stands before the number of a line in messages
 */
record Script(String name) {

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
    void run(Reader source, Client client)
            throws FailedException, IOException, InterruptedException {
        BufferedReader lines = new BufferedReader(source);
        int number = 0;
        while (!client.isQuitting()) {
            String line = lines.readLine();
            if (line == null) {
                return;
            }
            number++;
            try {
                Commands.run(line, client);
            } catch (CommandException e) {
                throw new FailedException(name + ":" + number + ": " + e.getMessage());
            }
        }
    }
}
