package dev.yiben.inference.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a server says of an error, of whatever shape.
 *
 * @param message its words in one line, without secrets; empty if there are none
 * @param subject the field of the request that it is about; empty if it does not tell
 * @param details all of the body in lower case, for finding out what is meant
 */
record ServerError(String message, String subject, String details) {
  private static final Pattern TITLE =
      Pattern.compile("(?is)<title[^>]{0,200}>([^<]{1,300})</title>");
  private static final int LONGEST = 1 << 16;

  /** Reads a body and removes the secrets, however they are written in it. */
  static ServerError of(String body, Redaction redaction) {
    String bounded = body.length() > LONGEST ? body.substring(0, LONGEST) : body;
    Optional<JsonNode> json = Json.parse(bounded);
    String message =
        json.map(ServerError::words)
            .orElseGet(() -> looksLikeHtml(bounded) ? title(bounded) : bounded);
    JsonNode error = json.map(whole -> whole.path("error")).orElse(Json.object());
    return new ServerError(
        redaction.apply(OneLine.of(redaction.apply(message))),
        redaction.apply(OneLine.of(error.path("param").asString(""))),
        redaction.apply(bounded).toLowerCase(Locale.ROOT));
  }

  static boolean looksLikeHtml(String body) {
    String start = body.substring(0, Math.min(200, body.length())).strip();
    return start.regionMatches(true, 0, "<!doctype", 0, 9)
        || start.regionMatches(true, 0, "<html", 0, 5);
  }

  private static String title(String html) {
    Matcher matcher = TITLE.matcher(html);
    return "a web page" + (matcher.find() ? " «" + matcher.group(1).strip() + "»" : "");
  }

  private static String words(JsonNode node) {
    if (node.isString()) {
      return node.asString("");
    }
    if (node.isArray()) {
      List<String> parts = new ArrayList<>();
      node.forEach(element -> parts.add(words(element)));
      return String.join("; ", parts.subList(0, Math.min(3, parts.size())));
    }
    for (String field : new String[] {"error", "message", "msg", "detail", "errors", "title"}) {
      JsonNode inner = node.path(field);
      if (!inner.isMissingNode() && !inner.isNull()) {
        String place = place(node.path("loc"));
        String words = words(inner);
        if (!words.isEmpty()) {
          return place.isEmpty() ? words : place + ": " + words;
        }
      }
    }
    return node.isNull() || node.isEmpty() ? "" : Json.write(node);
  }

  private static String place(JsonNode location) {
    List<String> names = new ArrayList<>();
    location.forEach(name -> names.add(name.asString("")));
    return String.join(".", names);
  }

  /** Returns whether any of the phrases, given in lower case, occurs. */
  boolean mentions(String... phrases) {
    for (String phrase : phrases) {
      if (details.contains(phrase)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether it is about a field: by its own words, since the rest may echo the request. */
  boolean names(String field) {
    return Pattern.compile("(?<![a-z0-9_])" + Pattern.quote(field) + "(?![a-z0-9_])")
        .matcher((message + " " + subject).toLowerCase(Locale.ROOT))
        .find();
  }
}
