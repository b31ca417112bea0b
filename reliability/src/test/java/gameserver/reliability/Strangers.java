package gameserver.reliability;

import gameserver.chat.packet.LoginRequest;
import gameserver.net.options.HostPort;
import gameserver.net.packet.PingRequest;
import gameserver.net.testing.Frames;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** A thread that harms a server in all the usual ways, in turns that are left to chance. */
final class Strangers implements AutoCloseable {
    private static final int MOST = 50;
    private static final long PAUSE_NANOS = 50_000_000;

    private final ServerJar jar;
    private final HostPort address;
    private final int rooms;
    private final RandomGenerator random;
    private final Thread thread = new Thread(this::harm, "strangers");
    private final Deque<Stranger> there = new ArrayDeque<>();
    private volatile boolean isOver;
    private final AtomicInteger count = new AtomicInteger();

    Strangers(ServerJar jar, HostPort address, int rooms, RandomGenerator random) {
        this.jar = jar;
        this.address = address;
        this.rooms = rooms;
        this.random = random;
        thread.start();
    }

    private void harm() {
        while (!isOver) {
            try {
                Stranger stranger = Stranger.connect(jar, address);
                there.add(stranger);
                int number = count.incrementAndGet();
                harmAs(stranger, number);
                if (there.size() > MOST) {
                    there.remove().close();
                }
            } catch (IOException e) {
                // It has been closed while it did harm.
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        there.forEach(Strangers::close);
    }

    private void harmAs(Stranger stranger, int number) throws IOException {
        switch (random.nextInt(6)) {
            case 0 -> stranger.enter("deaf" + number, random.nextInt(rooms));
            case 1 -> stranger.write(Frames.header(100, random.nextInt(1000))); // And no body.
            case 2 -> {
                byte[] noise = new byte[random.nextInt(1, 2000)];
                random.nextBytes(noise);
                stranger.write(noise);
            }
            case 3 -> {
                stranger.enter("rude" + number, random.nextInt(rooms));
                stranger.reset();
            }
            case 4 -> {
                byte[] ping = Frames.frame(PingRequest.TYPE.id(), (byte) 1, (byte) 0);
                stranger.say(LoginRequest.of("flood" + number, "pw"));
                stranger.write(Frames.join(Collections.nCopies(1000, ping)));
            }
            default -> {} // Says nothing.
        }
    }

    private static void close(Stranger stranger) {
        try {
            stranger.close();
        } catch (IOException e) {
            // It is gone, which is all that is wanted.
        }
    }

    /** How many have come so far. */
    int count() {
        return count.get();
    }

    /** Waits until all of them have gone. */
    @Override
    public void close() {
        isOver = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
