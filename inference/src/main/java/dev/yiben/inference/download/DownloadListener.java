package dev.yiben.inference.download;

import java.util.OptionalLong;

/** Hears how a download goes; all calls come from the thread that asked for it. */
public interface DownloadListener {
  /**
   * Bytes begin to come.
   *
   * @param host where they come from
   * @param done bytes that are there from an earlier attempt
   * @param size bytes in all, where the server says so
   */
  default void onStart(String host, long done, OptionalLong size) {}

  /** So much is there; called some times a second. */
  default void onProgress(long done, OptionalLong size) {}

  /** So much of what is there has been compared with the checksum. */
  default void onCheck(long done, long size) {}

  /** Something did not go as it should, and what is done about it, in one line. */
  default void onNotice(String notice) {}
}
