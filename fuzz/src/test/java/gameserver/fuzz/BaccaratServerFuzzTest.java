package gameserver.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import gameserver.api.client.Admission;
import gameserver.baccarat.Baccarat;
import gameserver.baccarat.BaccaratCounts;
import gameserver.baccarat.BaccaratOptions;
import gameserver.baccarat.TestWallet;
import gameserver.baccarat.packet.BaccaratPackets;
import gameserver.chat.ChatOptions;
import gameserver.net.client.Dialect;
import gameserver.net.logic.ManualLogic;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.server.ManualServer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Some clients at baccarat tables. The input is a byte for the options, then the steps. */
final class BaccaratServerFuzzTest {
    private static final ServerOptions OPTIONS = ServerOptions.of();
    private static final BaccaratOptions RULES = BaccaratOptions.of();

    /** Rooms 2 and 3 are for users who were matched. */
    private static final ChatOptions REJECTING =
            ChatOptions.of("--rooms=4", "--room-size=3", "--duplicate-login=reject");

    private static final ChatOptions REPLACING =
            ChatOptions.of("--rooms=4", "--room-size=2", "--duplicate-login=replace");

    private static final Dialect DIALECT = new Dialect(BaccaratPackets.CATALOG, BodyFormat.BINARY);

    @FuzzTest
    void sessions(byte[] data) {
        Input input = new Input(data);
        SessionSteps.run(new Casino(input.choose(List.of(REJECTING, REPLACING))), input);
    }

    /** The tables, with a real ledger that is not always within reach. */
    private static final class Casino implements ServerUnderFuzz {
        private final TestWallet wallet = new TestWallet();
        private final ChatOptions options;
        private final Baccarat baccarat;
        private final ManualServer server;
        private boolean disturbed;

        Casino(ChatOptions options) {
            ManualLogic logic = new ManualLogic();
            this.options = options;
            this.baccarat =
                    new Baccarat(
                            options,
                            RULES,
                            new SplittableRandom(1),
                            Casino::check,
                            wallet,
                            /* takesMatches= */ true,
                            logic);
            this.server = ManualServer.start(OPTIONS, baccarat.application(), logic);
        }

        /** A password may be wrong, or be as good as a ticket to a table. */
        private static CompletionStage<Admission> check(String id, Bytes password) {
            return CompletableFuture.completedStage(
                    switch (String.valueOf(password.toText())) {
                        case "room 2" -> Admission.grantedWith(2);
                        case "room 3" -> Admission.grantedWith(3);
                        case "no" -> Admission.refused(ErrorCode.LOGIN_REJECTED);
                        default -> Admission.GRANTED;
                    });
        }

        @Override
        public ManualServer server() {
            return server;
        }

        @Override
        public Dialect dialect() {
            return DIALECT;
        }

        @Override
        public List<Function<Input, Packet>> packets() {
            return PacketMakers.BACCARAT;
        }

        @Override
        public int roomSize() {
            return options.roomSize();
        }

        @Override
        public void disturb(Input input) {
            disturbed = true;
            wallet.line(input.choose(List.of(TestWallet.Line.values())));
            if (input.next() % 2 == 1) {
                wallet.answer();
            }
        }

        @Override
        public void recover() {
            wallet.line(TestWallet.Line.GOOD);
            wallet.answer();
            server.settle();
            disturbed = false;
        }

        @Override
        public boolean isDisturbed() {
            return disturbed;
        }

        @Override
        public long users() {
            return baccarat.users();
        }

        @Override
        public long takenPlaces() {
            return BaccaratCounts.takenPlaces(baccarat);
        }

        @Override
        public long invitations() {
            return BaccaratCounts.invitations(baccarat);
        }

        @Override
        public void assertSettled() {
            assertTrue(wallet.audit().isRight(), () -> "chips: " + wallet.audit());
        }

        @Override
        public void assertOver() {
            assertSettled();
            assertEquals(0, wallet.audit().held(), "chips are held, and no round goes on");
            assertEquals(0, baccarat.roomsInUse(), "rooms in use");
            assertEquals(List.of(2, 3), baccarat.roomsForMatches());
        }

        @Override
        public void close() {
            wallet.close();
            server.close();
        }
    }
}
