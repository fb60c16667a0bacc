package dev.yiben.cli;

import java.nio.file.Path;

/** What is translated together: a file, or a project. */
sealed interface Source permits SourceFile, SourceProject {
  /** Returns where it is. */
  Path path();

  /** Returns its path below the folder that the user named, so that it can be mirrored. */
  Path relative();
}
