package dev.yiben.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Tells the version of the package. */
final class Version implements IVersionProvider {
  /** Returns the version; outside of a package there is none. */
  static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "Yiben " + number(), "Java ${java.version} (${java.vendor}) on ${os.name} ${os.arch}"
    };
  }
}
