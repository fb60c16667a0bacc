package dev.yiben.formats.archive;

/**
 * An entry by which programs know what an archive is: the first, unpacked and without extra fields.
 *
 * @param content what to write where the archive's directory has no sound entry of that name
 */
public record FirstEntry(String name, String content) {}
