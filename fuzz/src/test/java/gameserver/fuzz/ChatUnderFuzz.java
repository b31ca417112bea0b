package gameserver.fuzz;

import gameserver.chat.Chat;
import gameserver.chat.ChatCounts;
import gameserver.chat.ChatOptions;
import gameserver.chat.packet.ChatPackets;
import gameserver.net.client.Dialect;
import gameserver.net.logic.ManualLogic;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.Packet;
import gameserver.net.server.ManualServer;
import java.util.List;
import java.util.function.Function;

/** A chat in small rooms, in one of the formats of bodies. */
final class ChatUnderFuzz implements ServerUnderFuzz {
    private static final ServerOptions OPTIONS = ServerOptions.of();
    private static final ChatOptions REJECTING =
            ChatOptions.of("--rooms=3", "--room-size=3", "--duplicate-login=reject");
    private static final ChatOptions REPLACING =
            ChatOptions.of("--rooms=3", "--room-size=2", "--duplicate-login=replace");

    private final Dialect dialect;
    private final ChatOptions options;
    private final Chat chat;
    private final ManualServer server;

    private ChatUnderFuzz(BodyFormat format, ChatOptions options) {
        ManualLogic logic = new ManualLogic();
        this.dialect = new Dialect(ChatPackets.CATALOG, format);
        this.options = options;
        this.chat = new Chat(options, logic);
        this.server = ManualServer.start(OPTIONS, chat.application(format), logic);
    }

    /** The first byte says which rooms there are; steps follow. */
    static void run(BodyFormat format, byte[] data) {
        Input input = new Input(data);
        ChatOptions options = input.choose(List.of(REJECTING, REPLACING));
        SessionSteps.run(new ChatUnderFuzz(format, options), input);
    }

    @Override
    public ManualServer server() {
        return server;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public List<Function<Input, Packet>> packets() {
        return PacketMakers.CHAT;
    }

    @Override
    public int roomSize() {
        return options.roomSize();
    }

    @Override
    public long users() {
        return ChatCounts.users(chat);
    }

    @Override
    public long takenPlaces() {
        return ChatCounts.takenPlaces(chat);
    }

    @Override
    public long invitations() {
        return ChatCounts.invitations(chat);
    }
}
