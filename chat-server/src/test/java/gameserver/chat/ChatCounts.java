package gameserver.chat;

/** What only tests ask of a chat, on its logic thread. */
public final class ChatCounts {
    private ChatCounts() {}

    public static long users(Chat chat) {
        return chat.users.count();
    }

    public static long takenPlaces(Chat chat) {
        return chat.rooms.members();
    }

    public static long invitations(Chat chat) {
        return chat.invitations.count();
    }
}
