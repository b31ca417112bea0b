package gameserver.echo;

import gameserver.net.options.HostPort;
import gameserver.net.testing.TestCertificate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The client of another TLS, as a process. */
final class OpenSsl implements AutoCloseable {
    private static final int SECONDS = 20;

    private final Process process;

    private OpenSsl(Process process) {
        this.process = process;
    }

    /**
     * Connects to a server that has to show {@code certificate}; skips the test without OpenSSL.
     */
    static OpenSsl connect(HostPort server, TestCertificate certificate, String... options)
            throws IOException {
        assumeInstalled();
        List<String> command = new ArrayList<>(List.of("openssl", "s_client", "-quiet"));
        command.addAll(List.of("-connect", server.toString()));
        command.addAll(List.of("-CAfile", certificate.certificate().toString()));
        command.addAll(List.of("-verify_return_error", "-verify_ip", "127.0.0.1"));
        command.addAll(List.of(options));
        return new OpenSsl(new ProcessBuilder(command).start());
    }

    private static void assumeInstalled() {
        try {
            new ProcessBuilder("openssl", "version").start().destroy();
        } catch (IOException e) {
            Assumptions.abort("openssl is not installed");
        }
    }

    void send(byte... bytes) throws IOException {
        process.getOutputStream().write(bytes);
        process.getOutputStream().flush();
    }

    byte[] receive(int count) throws IOException {
        return process.getInputStream().readNBytes(count);
    }

    /** Waits for the end and returns what was said about it. */
    String awaitEnd() throws Exception {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("openssl does not end");
        }
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
