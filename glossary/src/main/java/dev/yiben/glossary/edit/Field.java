package dev.yiben.glossary.edit;

import dev.yiben.glossary.ExamplePair;
import dev.yiben.glossary.Persona;
import dev.yiben.glossary.Replacement;
import dev.yiben.glossary.Style;
import dev.yiben.glossary.Term;
import java.util.List;

/**
 * A key of an entry and its value.
 *
 * @param items the value; of a list its items, of others one
 * @param list whether it is a list
 * @param needed whether an entry must have the key, since the value is not what its absence means
 */
record Field(String key, List<String> items, boolean list, boolean needed) {

  static List<Field> of(Term term) {
    return List.of(
        text("source", term.source(), true),
        text("target", term.target(), !term.doNotTranslate()),
        text("note", term.note(), !term.note().isEmpty()),
        flag("case_sensitive", term.caseSensitive(), false),
        flag("whole_word", term.wholeWord(), true),
        flag("regex", term.regex(), false),
        flag("inflect", term.inflect(), true),
        flag("do_not_translate", term.doNotTranslate(), false),
        new Field("forbidden", term.forbidden(), true, !term.forbidden().isEmpty()));
  }

  static List<Field> of(Persona persona) {
    return List.of(
        text("name", persona.name(), true),
        text("target", persona.target(), !persona.target().isEmpty()),
        text("gender", persona.gender(), !persona.gender().isEmpty()),
        text("speech", persona.speech(), !persona.speech().isEmpty()),
        text("note", persona.note(), !persona.note().isEmpty()));
  }

  static List<Field> of(Replacement replacement) {
    return List.of(
        text("find", replacement.find(), true),
        text("replace", replacement.replace(), true),
        flag("case_sensitive", replacement.caseSensitive(), false),
        flag("regex", replacement.regex(), false));
  }

  static List<Field> of(ExamplePair example) {
    return List.of(text("source", example.source(), true), text("target", example.target(), true));
  }

  static List<Field> of(Style style) {
    return List.of(
        text("text", style.text(), !style.text().isEmpty()),
        text("register", style.register(), !style.register().isEmpty()));
  }

  private static Field text(String key, String text, boolean needed) {
    return new Field(key, List.of(text), false, needed);
  }

  private static Field flag(String key, boolean flag, boolean usual) {
    return new Field(key, List.of(String.valueOf(flag)), false, flag != usual);
  }

  /** Returns whether the value is true or false, which is never quoted. */
  boolean isFlag() {
    return switch (key) {
      case "case_sensitive", "whole_word", "regex", "inflect", "do_not_translate" -> true;
      default -> false;
    };
  }
}
