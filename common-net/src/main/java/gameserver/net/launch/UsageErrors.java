package gameserver.net.launch;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

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
        err.println(
                command.getCommandSpec().qualifiedName()
                        + ": "
                        + firstLine(String.valueOf(e.getMessage()))
                        + origin(e));
        err.println(
                "Try '" + command.getCommandSpec().qualifiedName() + " --help' for the options.");
        err.flush();
        return ExitCode.USAGE;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
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
