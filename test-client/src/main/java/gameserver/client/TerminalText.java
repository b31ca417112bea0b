package gameserver.client;

/** Makes text from the wire safe to show. */
final class TerminalText {
    private TerminalText() {}

    /** The text on one line, with everything escaped that a terminal might obey. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> append(escaped, c));
        return escaped.toString();
    }

    /** The same in quotation marks, for where text stands among other values. */
    static String quote(String text) {
        return '"' + escape(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }

    private static void append(StringBuilder escaped, int c) {
        if (isInvisible(c)) {
            escaped.append("\\u{%x}".formatted(c));
        } else {
            escaped.appendCodePoint(c);
        }
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }
}
