package gameserver.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.openjdk.jmh.Main;

/** JMH's own command line, which also reports what each operation allocates. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] args) throws IOException {
        Stream<String> allocations = Stream.of("-prof", "gc");
        Main.main(Stream.concat(allocations, Arrays.stream(args)).toArray(String[]::new));
    }
}
