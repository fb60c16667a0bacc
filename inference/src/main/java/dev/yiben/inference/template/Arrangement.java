package dev.yiben.inference.template;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.ChatMessage.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a template wants its messages.
 *
 * @param systemInUser whether what the system says goes before the first words of the user
 * @param inParts whether a content is a list of parts, of which a text is one
 */
record Arrangement(boolean systemInUser, boolean inParts) {
  /** All there are, the plainest first. */
  static final List<Arrangement> ALL =
      List.of(
          new Arrangement(false, false),
          new Arrangement(false, true),
          new Arrangement(true, false),
          new Arrangement(true, true));

  /** Returns the messages as a template sees them, with a mark in place of each content. */
  List<Map<String, Object>> arranged(List<ChatMessage> messages) {
    List<Map<String, Object>> arranged = new ArrayList<>();
    String before = "";
    for (int i = 0; i < messages.size(); i++) {
      Role role = messages.get(i).role();
      String content = Marks.mark(i);
      if (role == Role.SYSTEM && systemInUser) {
        before += content + "\n\n";
        continue;
      } else if (role == Role.USER) {
        content = before + content;
        before = "";
      }
      Map<String, Object> message = new LinkedHashMap<>();
      message.put("role", role.name().toLowerCase(Locale.ROOT));
      message.put("content", inParts ? parts(content) : content);
      arranged.add(message);
    }
    return arranged;
  }

  private static List<Object> parts(String text) {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("type", "text");
    part.put("text", text);
    return List.of(part);
  }
}
