package gameserver.baccarat;

import gameserver.api.client.ApiClientOptions;
import gameserver.api.client.GameServerApi;
import gameserver.api.client.Passwords;
import gameserver.api.client.Registration;
import gameserver.api.client.ServerStatus;
import gameserver.baccarat.chips.ApiWallet;
import gameserver.baccarat.chips.LocalWallet;
import gameserver.baccarat.chips.Wallet;
import gameserver.chat.ChatOptions;
import gameserver.net.launch.ServerMain;
import gameserver.net.logic.LogicThread;
import gameserver.net.options.ServerOptions;
import gameserver.net.server.Deadline;
import gameserver.net.server.GameServer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Baccarat in the rooms of a chat. */
@Command(name = BaccaratServer.NAME, description = "Baccarat in the rooms of a chat.")
public final class BaccaratServer extends ServerMain {
    static final String NAME = "baccarat-server";

    private static final Logger log = LoggerFactory.getLogger(BaccaratServer.class);
    private static final int SEATS = 7;

    @Mixin private ChatOptions chatOptions = new ChatOptions(SEATS);
    @Mixin private BaccaratOptions baccaratOptions = new BaccaratOptions();
    @Mixin private ApiClientOptions apiOptions = new ApiClientOptions();

    /** These are there from the start of the server on. */
    private @Nullable Baccarat baccarat;

    private @Nullable Wallet wallet;

    /** There is one when there is an API server. */
    private @Nullable Registration registration;

    public static void main(String[] args) {
        run(new BaccaratServer(), args);
    }

    @Override
    protected void checkOptions(ServerOptions options) {
        chatOptions.check();
        baccaratOptions.check();
        apiOptions.check(options);
    }

    @Override
    protected GameServer start(ServerOptions options) {
        GameServerApi api = apiOptions.connect(NAME, options).orElse(null);
        Wallet chips =
                api == null
                        ? new LocalWallet(
                                baccaratOptions.walletFile(), baccaratOptions.initialBalance())
                        : new ApiWallet(api, baccaratOptions.initialBalance());
        wallet = chips;
        LogicThread logic = logicThread("logic");
        Baccarat game =
                new Baccarat(
                        chatOptions,
                        baccaratOptions,
                        random(),
                        api == null ? Passwords.ANY : api,
                        chips,
                        /* takesMatches= */ api != null,
                        logic);
        baccarat = game;
        GameServer server = GameServer.start(options, game.application(), logic);
        if (api != null) {
            registration =
                    Registration.start(
                            api,
                            apiOptions.advertised(server.address()),
                            () ->
                                    new ServerStatus(
                                            game.users(),
                                            options.maxSessions(),
                                            game.roomsInUse(),
                                            game.roomsForMatches(),
                                            chatOptions.roomSize()));
        }
        return server;
    }

    private RandomGenerator random() {
        if (baccaratOptions.seed().isEmpty()) {
            return new SecureRandom();
        }
        log.warn("the cards can be foretold, since there is a --seed");
        return new SplittableRandom(baccaratOptions.seed().get());
    }

    @Override
    protected boolean isReady() {
        return registration == null || registration.isRegistered();
    }

    @Override
    protected void onDraining(Duration atMost) {
        Deadline deadline = Deadline.in(atMost);
        if (registration != null) {
            registration.drain(atMost);
        }
        if (baccarat != null && !baccarat.drain(deadline.left())) {
            log.warn("rounds are not settled; what they hold goes back later");
        }
    }

    @Override
    protected void onStopped() {
        if (registration != null) {
            registration.close();
        }
        if (wallet != null) {
            wallet.close();
        }
    }
}
