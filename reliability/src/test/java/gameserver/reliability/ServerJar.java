package gameserver.reliability;

import gameserver.baccarat.packet.BaccaratPackets;
import gameserver.chat.packet.ChatPackets;
import gameserver.msgpack.MessagePackFormat;
import gameserver.net.client.Dialect;
import gameserver.net.packet.BodyFormat;
import java.nio.file.Path;

/** The servers that users chat on, and how one talks to them. */
enum ServerJar {
    CHAT("chat-server"),
    CHAT2("chat-server2"),
    MSGPACK("chat-server-msgpack"),
    BACCARAT("baccarat-server");

    private final String module;

    ServerJar(String module) {
        this.module = module;
    }

    Path path() {
        return Path.of(System.getProperty("suite"), module, "target", module + ".jar");
    }

    Dialect dialect() {
        return switch (this) {
            case CHAT, CHAT2 -> new Dialect(ChatPackets.CATALOG, BodyFormat.BINARY);
            case MSGPACK -> new Dialect(ChatPackets.CATALOG, MessagePackFormat.MESSAGE_PACK);
            case BACCARAT -> new Dialect(BaccaratPackets.CATALOG, BodyFormat.BINARY);
        };
    }
}
