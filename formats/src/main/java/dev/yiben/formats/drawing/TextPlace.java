package dev.yiben.formats.drawing;

import dev.yiben.formats.document.Role;
import java.util.Optional;

/**
 * What is known of a text from where it stands.
 *
 * @param role what it is, where it is a paragraph
 * @param outside the rule by which it is left as it is and counted outside; empty to translate it
 * @param inherited what its paragraph has from its surroundings
 */
public record TextPlace(Role role, Optional<String> outside, Inherited inherited) {}
