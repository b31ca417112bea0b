package gameserver.baccarat.packet;

import gameserver.chat.packet.ChatPackets;
import gameserver.net.packet.PacketCatalog;

/**
 * The packets of a baccarat table, and those of the chat at it, in the order of docs/protocol.md.
 */
public final class BaccaratPackets {
    public static final PacketCatalog CATALOG =
            ChatPackets.CATALOG.with(
                    GameStartRequest.TYPE,
                    GameStartResponse.TYPE,
                    GameStartNotify.TYPE,
                    GameBetRequest.TYPE,
                    GameBetResponse.TYPE,
                    GameBetNotify.TYPE,
                    GameResultNotify.TYPE,
                    GamePayoutNotify.TYPE,
                    BalanceNotify.TYPE,
                    GameStateNotify.TYPE);

    private BaccaratPackets() {}
}
