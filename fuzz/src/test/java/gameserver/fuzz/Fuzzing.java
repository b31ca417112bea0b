package gameserver.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the fuzzer on one target after the other, and tells what it has found: {@code ./test fuzz}.
 * Works in the folder of this module; ends with exit code 1 when something was found.
 */
public final class Fuzzing {
    private static final Path CLASSES = Path.of("target/test-classes/gameserver/fuzz");

    private Fuzzing() {}

    /**
     * Fuzzes.
     *
     * @param args for how many minutes, all targets together; then, if not all are wanted, a part
     *     of the name of those that are. Or {@code keep}, to keep what was found to reach more code
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        String wanted = args.length > 1 ? args[1] : "";
        List<Target> targets =
                targets().stream().filter(target -> target.name().contains(wanted)).toList();
        if (args.length == 0 || targets.isEmpty()) {
            usage();
        } else if (args[0].equals("keep")) {
            for (Target target : targets) {
                System.out.println(target.name() + ": " + target.keep() + " inputs");
            }
        } else {
            fuzz(targets, minutes(args[0]));
        }
    }

    private static Duration minutes(String text) {
        try {
            return Duration.ofSeconds((long) (60 * Double.parseDouble(text)));
        } catch (NumberFormatException e) {
            usage();
            return Duration.ZERO;
        }
    }

    private static void usage() {
        System.err.println("usage: ./test fuzz [minutes|keep [part of a target's name]]");
        System.exit(2);
    }

    /** The methods of this package that take an input. */
    private static List<Target> targets() throws IOException {
        List<Target> targets = new ArrayList<>();
        try (Stream<Path> files = Files.list(CLASSES)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith("FuzzTest.class")) {
                    targets.addAll(targets(name.substring(0, name.lastIndexOf('.'))));
                }
            }
        }
        return targets;
    }

    private static List<Target> targets(String className) {
        try {
            Class<?> type = Class.forName(Fuzzing.class.getPackageName() + "." + className);
            return Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(FuzzTest.class))
                    .map(method -> new Target(className, method.getName()))
                    .sorted(Comparator.comparing(Target::name))
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fuzz(List<Target> targets, Duration time)
            throws IOException, InterruptedException {
        Duration each = time.dividedBy(targets.size());
        System.out.printf(
                "fuzzing %d targets for %d s each%n%n%-45s %11s %9s %7s %7s%n",
                targets.size(), each.toSeconds(), "", "executions", "a second", "edges", "inputs");
        List<FuzzResult> results = new ArrayList<>();
        for (Target target : targets) {
            FuzzResult result = target.fuzz(each);
            results.add(result);
            System.out.println(result.line());
        }
        System.out.println();
        List<FuzzResult> bad = results.stream().filter(result -> !result.isGood()).toList();
        bad.forEach(result -> System.out.println(result.finding()));
        System.out.println(bad.isEmpty() ? "nothing was found" : bad.size() + " found");
        System.exit(bad.isEmpty() ? 0 : 1);
    }

    /** Where the inputs of the targets are that this machine has found. */
    static Path corpus(Target target) throws IOException {
        return Files.createDirectories(Path.of("target/fuzzing/corpus", target.name()));
    }

    static Path log(Target target) {
        return Path.of("target/fuzzing", target.name() + ".log");
    }

    static String java() {
        return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    }
}
