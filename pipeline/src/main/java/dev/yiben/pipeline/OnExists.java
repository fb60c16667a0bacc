package dev.yiben.pipeline;

/** What to do where an output file is there already. */
public enum OnExists {
  /** Fail, before anything is asked. */
  FAIL,
  /** Replace it once the new one is complete. */
  REPLACE,
  /** Leave it and go on with the next file. */
  SKIP
}
