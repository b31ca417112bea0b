package gameserver.client;

import java.util.ArrayList;
import java.util.List;

/** The words of a line: between spaces, where a part in quotation marks may contain spaces. */
final class Words {
    private Words() {}

    /**
     * The first word and the rest of the line as it is. A word with spaces in it is put in
     * quotation marks.
     */
    record FirstAndRest(String first, String rest) {}

    /** Takes the first word off a line; both parts may be empty. */
    static FirstAndRest cut(String line) {
        int quote = line.startsWith("\"") ? line.indexOf('"', 1) : -1;
        String first = quote < 0 ? line.split("\\s", 2)[0] : line.substring(1, quote);
        int end = quote < 0 ? first.length() : quote + 1;
        return new FirstAndRest(first, line.substring(end).strip());
    }

    /**
     * Splits a line. Within quotation marks a backslash takes the next character as it is.
     *
     * @throws CommandException when a quotation mark has no partner
     */
    static List<String> split(String line) throws CommandException {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                inWord = true;
            } else if (quoted || !Character.isWhitespace(c)) {
                boolean escaped = quoted && c == '\\' && i + 1 < line.length();
                word.append(escaped ? line.charAt(++i) : c);
                inWord = true;
            } else if (inWord) {
                words.add(word.toString());
                word.setLength(0);
                inWord = false;
            }
        }
        if (quoted) {
            throw new CommandException("a quotation mark has no partner: " + line);
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }
}
