package gameserver.net.launch;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A wrong option: one line that says what is wrong, a hint, and exit code 2. */
public final class UsageErrors implements IParameterExceptionHandler {
    private final EnvironmentDefaults environment;

    public UsageErrors(EnvironmentDefaults environment) {
        this.environment = environment;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        String name = command.getCommandSpec().qualifiedName();
        err.println(name + ": " + explain(e) + origin(e));
        err.println("Try '" + name + " --help' for the options.");
        err.flush();
        return ExitCode.USAGE;
    }

    private static String explain(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && unmatched.getUnmatched().get(0).startsWith("@")) {
            return "can't read the file " + unmatched.getUnmatched().get(0).substring(1);
        }
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("wrong option");
    }

    /** A value that nobody typed needs a word on where it is. */
    private String origin(ParameterException e) {
        return e.getArgSpec() instanceof OptionSpec option
                        && environment.has(option)
                        && !e.getCommandLine().getParseResult().hasMatchedOption(option)
                ? " (from " + EnvironmentDefaults.variable(option) + ")"
                : "";
    }
}
