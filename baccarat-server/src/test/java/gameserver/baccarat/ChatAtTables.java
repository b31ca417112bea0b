package gameserver.baccarat;

import gameserver.api.client.Passwords;
import gameserver.baccarat.chips.LocalWallet;
import gameserver.baccarat.packet.BalanceNotify;
import gameserver.baccarat.packet.GameStateNotify;
import gameserver.chat.ChatCounts;
import gameserver.chat.ChatOptions;
import gameserver.chat.ChatUnderTest;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.logic.LogicThread;
import gameserver.net.options.ServerOptions;
import gameserver.net.server.GameServer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** The chat of this module, whose rooms have tables. Invitations live as long as usual. */
public final class ChatAtTables implements ChatUnderTest {
    private final LogicThread logic = new LogicThread("logic");
    private final BaccaratOptions options = BaccaratOptions.of();
    private final LocalWallet wallet =
            new LocalWallet(options.walletFile(), options.initialBalance());
    private Baccarat baccarat;

    /** A service. */
    public ChatAtTables() {}

    @Override
    public GameServer start(
            ServerOptions serverOptions, ChatOptions chatOptions, Duration invitationLifetime) {
        baccarat =
                new Baccarat(
                        chatOptions,
                        options,
                        new SplittableRandom(1),
                        Passwords.ANY,
                        wallet,
                        /* takesMatches= */ false,
                        logic);
        return GameServer.start(serverOptions, baccarat.application(), logic);
    }

    @Override
    public List<LogicExecutor> logics() {
        return List.of(logic);
    }

    @Override
    public long users() {
        return ChatCounts.users(baccarat.chat());
    }

    @Override
    public long takenPlaces() {
        return ChatCounts.takenPlaces(baccarat.chat());
    }

    @Override
    public long invitations() {
        return ChatCounts.invitations(baccarat.chat());
    }

    @Override
    public Set<Integer> alsoTells() {
        return Set.of(BalanceNotify.TYPE.id(), GameStateNotify.TYPE.id());
    }

    @Override
    public void close() {
        wallet.close();
    }
}
