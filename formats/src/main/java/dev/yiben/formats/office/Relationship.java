package dev.yiben.formats.office;

/**
 * What a part, or the package, has to do with another part or with something outside.
 *
 * @param id its name in the part
 * @param type the last word of its type, such as {@code footer}, which is the same in strict files
 * @param external whether the target is not in the package
 * @param target the other part's entry, or an address outside
 */
public record Relationship(String id, String type, boolean external, String target) {}
