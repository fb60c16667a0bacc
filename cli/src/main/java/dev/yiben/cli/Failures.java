package dev.yiben.cli;

import dev.yiben.glossary.GlossaryException;
import dev.yiben.inference.InferenceException;
import dev.yiben.pipeline.JobException;
import dev.yiben.pipeline.interchange.ExchangeException;
import dev.yiben.pipeline.memory.MemoryException;
import dev.yiben.pipeline.prompt.ProfileException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what is thrown into one line for the user and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final Console console;
  private final Optional<Configuration> configuration;
  private final boolean stacktrace;

  Failures(Console console, Optional<Configuration> configuration, boolean stacktrace) {
    this.console = console;
    this.configuration = configuration;
    this.stacktrace = stacktrace;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    String message = failure.getMessage();
    if (failure instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      if (!suggestions.isEmpty()) {
        message += "; did you mean " + String.join(" or ", suggestions) + "?";
      }
    }
    Optional<String> origin = origin(failure);
    String help = failure.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    tell(origin.map(place -> place + ": ").orElse("") + message + " (see " + help + ")", failure);
    return ExitCode.USAGE.code();
  }

  /** Returns where a bad value stands, if the command line does not have it. */
  private Optional<String> origin(ParameterException failure) {
    ArgSpec argument = failure.getArgSpec();
    boolean given =
        argument == null || failure.getValue() == null || !argument.stringValues().isEmpty();
    return given ? Optional.empty() : configuration.flatMap(c -> c.origin(argument));
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult parsed) {
    return handle(failure).code();
  }

  /** Tells of a failure and returns its exit code. */
  ExitCode handle(Throwable failure) {
    ExitCode code = code(failure);
    if (code == ExitCode.INTERNAL) {
      tell(
          failure instanceof OutOfMemoryError
              ? "out of memory; give Java more, such as by JAVA_OPTS=-Xmx4g"
              : "internal fault: " + failure + "; --stacktrace shows where, please report it",
          failure);
    } else {
      tell(failure.getMessage(), failure);
    }
    return code;
  }

  private static ExitCode code(Throwable failure) {
    if (failure instanceof UsageException
        || failure instanceof JobException
        || failure instanceof GlossaryException
        || failure instanceof MemoryException
        || failure instanceof ProfileException
        || failure instanceof ExchangeException) {
      return ExitCode.USAGE;
    }
    return failure instanceof InferenceException ? ExitCode.ENGINE : ExitCode.INTERNAL;
  }

  private void tell(String message, Throwable failure) {
    console.status("");
    console.error(message);
    if (stacktrace) {
      console.trace(failure);
    }
  }
}
