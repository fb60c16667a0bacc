package dev.yiben.formats.format.renpy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which statements there are, by the words that they begin with. */
final class StatementTable {
  private static final Pattern REGISTERED =
      Pattern.compile(
          "\\b(?:register_statement|statements\\.register)\\s*\\(\\s*(?:name\\s*=\\s*)?"
              + "[\"']([\\w ]*)[\"']");
  private static final Pattern TRANSLATABLE = Pattern.compile("\\btranslatable\\s*=\\s*True\\b");
  private static final Pattern SCRIPT = Pattern.compile("\\bblock\\s*=\\s*[\"']script[\"']");

  private static final String[] PLAIN = {
    "pass",
    "return",
    "jump",
    "scene",
    "show",
    "show layer",
    "camera",
    "hide",
    "with",
    "image",
    "define",
    "default",
    "transform",
    "$",
    "python",
    "rpy python",
    "screen",
    "testcase",
    "testsuite",
    "style"
  };
  private static final String[] LIBRARY = {
    "nvl show",
    "nvl hide",
    "play",
    "play music",
    "play sound",
    "queue",
    "queue music",
    "queue sound",
    "stop",
    "stop music",
    "stop sound",
    "pause",
    "show screen",
    "call screen",
    "hide screen",
    "window show",
    "window hide",
    "window auto",
    "layeredimage"
  };
  private static final String[] TRANSLATABLE_LIBRARY = {"voice", "voice sustain", "nvl clear"};

  /** How a statement is read. */
  enum Kind {
    SAY,
    IF,
    WHILE,
    MENU,
    LABEL,
    CALL,
    INIT,
    INIT_OFFSET,
    MONOLOGUE,
    TRANSLATE,
    CUSTOM,
    OTHER
  }

  /**
   * What is known of a statement.
   *
   * @param kind how it is read
   * @param translatable whether it belongs to the say statement after it
   * @param script whether the engine reads its block as statements
   */
  record Entry(Kind kind, boolean translatable, boolean script) {}

  /** The entries that begin with the same words. */
  private static final class Node {
    private final Map<String, Node> words = new HashMap<>();
    private Entry entry;
  }

  private final Node root = new Node();

  /** Creates a table of the engine's own statements. */
  StatementTable() {
    add("", Kind.SAY);
    add("if", Kind.IF);
    add("while", Kind.WHILE);
    add("menu", Kind.MENU);
    add("label", Kind.LABEL);
    add("init label", Kind.LABEL);
    add("call", Kind.CALL);
    add("init", Kind.INIT);
    add("init offset", Kind.INIT_OFFSET);
    add("rpy monologue", Kind.MONOLOGUE);
    add("translate", Kind.TRANSLATE);
    for (String name : PLAIN) {
      add(name, Kind.OTHER);
    }
    for (String name : LIBRARY) {
      put(name, new Entry(Kind.CUSTOM, false, false));
    }
    for (String name : TRANSLATABLE_LIBRARY) {
      put(name, new Entry(Kind.CUSTOM, true, false));
    }
  }

  private void add(String name, Kind kind) {
    put(name, new Entry(kind, false, false));
  }

  private void put(String name, Entry entry) {
    Node node = root;
    for (String word : name.isBlank() ? new String[0] : name.strip().split(" +")) {
      node = node.words.computeIfAbsent(word, key -> new Node());
    }
    node.entry = entry;
  }

  /** Adds the statements that the Python code of a script registers. */
  void addRegistered(Iterable<LogicalLine> lines) {
    for (LogicalLine line : lines) {
      if (line.text().contains("regist")) {
        Matcher matcher = REGISTERED.matcher(line.text());
        if (matcher.find() && !matcher.group(1).isBlank()) {
          boolean translatable = TRANSLATABLE.matcher(line.text()).find();
          boolean script = SCRIPT.matcher(line.text()).find();
          put(matcher.group(1), new Entry(Kind.CUSTOM, translatable, script));
        }
      }
      addRegistered(line.block());
    }
  }

  /**
   * Reads the words that a statement begins with.
   *
   * @return what is known of it; nothing if no statement begins like this
   */
  Optional<Entry> read(LineCursor cursor) {
    Node node = root;
    while (true) {
      int start = cursor.position();
      String word = cursor.word();
      if (word.isEmpty() && cursor.match("$")) {
        word = "$";
      }
      Node next = node.words.get(word);
      if (next == null) {
        cursor.back(start);
        return Optional.ofNullable(node.entry);
      }
      node = next;
    }
  }
}
