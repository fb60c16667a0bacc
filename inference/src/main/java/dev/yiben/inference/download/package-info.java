/**
 * Fetches large files over HTTP: in several connections, going on where an earlier attempt stopped,
 * checked before they get their name. {@link dev.yiben.inference.download.Downloader} is the way
 * in.
 */
package dev.yiben.inference.download;
