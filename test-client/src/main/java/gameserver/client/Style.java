package gameserver.client;

/** Colours for a terminal, or none for a file. */
enum Style {
    PLAIN,
    COLOURED;

    /** What a colour stands for. */
    enum Ink {
        SENT("1;34"),
        RECEIVED("1;32"),
        PROBLEM("1;31"),
        LABEL("2"),
        SIZE("36"),
        ID("33"),
        TYPE("35"),
        NAME("1"),
        NOTICE("36");

        private final String code;

        Ink(String code) {
            this.code = code;
        }
    }

    String paint(Ink ink, String text) {
        return this == PLAIN ? text : "\033[" + ink.code + "m" + text + "\033[0m";
    }
}
