package dev.yiben.inference.template.jinja;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Templates by chance, most of whose parts make sense. */
final class RandomTemplates {
  static final Map<String, Object> VARIABLES =
      Map.ofEntries(
          Map.entry("s", "Hello World"),
          Map.entry("t", "  pad me\n"),
          Map.entry("q", "it's \"q\" <b>&"),
          Map.entry("u", "你好😀é"),
          Map.entry("n", 7L),
          Map.entry("m", -3L),
          Map.entry("z", 0L),
          Map.entry("f", 2.5),
          Map.entry("l", List.of(3L, 1L, 2L)),
          Map.entry("ls", List.of("b", "a", "C")),
          Map.entry("d", Map.of("a", 1L)),
          Map.entry("e", List.of()),
          Map.entry("yes", true),
          Map.entry(
              "ms",
              List.of(
                  Map.of("role", "user", "content", "hi"),
                  Map.of("role", "assistant", "content", "yo"))));

  private static final String[] NAMES =
      "s t q u n m z f l ls d e yes ms nowhere true false none".split(" ", -1);
  private static final String[] LITERALS =
      "1|0|-2|3.5|'a'|\"x y\"|'\\n'|'l'|''|[1, 2]|{'a': 2}|10|'World'|[]|(1, 'é')|0.1"
          .split("\\|", -1);
  private static final String[] METHODS =
      ("strip() lstrip() rstrip() upper() lower() title() capitalize() split() split('l')"
              + " split('_',1) rsplit(none,1) rsplit('l',1) startswith('H') endswith(('d','x'))"
              + " replace('l','L') replace('l','L',1) find('o') rfind('o') count('l')"
              + " keys()|list values()|list items()|list get('a') get('zz','dflt') splitlines()"
              + " partition('o') isdigit() isalpha() islower() isupper() removeprefix('He')"
              + " index(1) join(ls) strip('Hd_')")
          .split(" ", -1);
  private static final String[] FILTERS =
      ("trim length upper lower title capitalize first last list join join('-') string int float"
              + " default('D') default('D',true) reverse|list sort tojson tojson(indent=2) safe abs"
              + " round round(1) unique|list min max sum replace('l','x') indent indent(2,true)"
              + " items|list map('upper')|list map(attribute='role')|list"
              + " selectattr('role','equalto','user')|list select|list select('string')|list"
              + " rejectattr('role','eq','user')|list|length reject('none')|list dictsort"
              + " batch(2)|list wordcount sort(reverse=true) map(attribute='n',default=0)|list"
              + " groupby('role')|length d('q')")
          .split(" ", -1);
  private static final String[] TESTS =
      ("defined,undefined,none,string,number,integer,float,mapping,sequence,iterable,boolean,true,"
              + "false,odd,even,eq 1,equalto('a'),divisibleby 2,lower,upper,sameas none,callable,"
              + "gt 1,not none,not defined,not string")
          .split(",", -1);
  private static final String[] INSIDES =
      "0 -1 1: ::-1 :2 -2: 1:-1 ::2 'a' 5 'role' :-1 3:0:-1 -100:100 10:".split(" ", -1);
  private static final String[] LISTS =
      "l ls ms s d range(3) nowhere e ms[1:] d.items() ls|sort u".split(" ", -1);
  private static final String[] LOOPED =
      ("{{x}}~{{loop.index}}{{x}}~{{loop.last}}~{{loop.previtem}}~{{loop.cycle('a','b')}}"
              + "~{% if loop.first %}{% continue %}{% endif %}{{x}}~{% set n = x %}{{n}}"
              + "~{% if loop.index==2 %}{% break %}{% endif %}{{loop.revindex}}")
          .split("~", -1);
  private static final String[] SPACES = "~ ~\n~\n  ~  \n~x~x ".split("~", -1);

  private final Random random;

  RandomTemplates(long seed) {
    random = new Random(seed);
  }

  String next() {
    return statement(random.nextInt(4));
  }

  private String of(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private boolean in(int percent) {
    return random.nextInt(100) < percent;
  }

  private String operand(int depth) {
    String value = in(55) ? of(NAMES) : in(70) ? of(LITERALS) : "(" + expression(depth - 1) + ")";
    StringBuilder text = new StringBuilder(value);
    for (int i = random.nextInt(6) - 3; i > 0; i--) {
      switch (random.nextInt(5)) {
        case 0 -> text.append('.').append(of(METHODS));
        case 1 -> text.append('[').append(of(INSIDES)).append(']');
        case 2 -> text.append('.').append(of("a", "role", "content", "x"));
        default -> text.append('|').append(of(FILTERS));
      }
    }
    return in(10) ? "(" + text + " is " + of(TESTS) + ")" : text.toString();
  }

  private String expression(int depth) {
    if (depth <= 0 || in(35)) {
      return operand(depth);
    }
    String left = expression(depth - 1);
    String right = expression(depth - 1);
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> left + " " + of("+", "-", "*", "/", "//", "%", "~", "~") + " " + right;
      case 3, 4 -> left + " " + of("==", "!=", "<", ">", "<=", ">=", "in", "not in") + " " + right;
      case 5, 6 -> left + " " + of("and", "or") + " " + right;
      case 7 -> "not " + left;
      case 8 -> left + " if " + right + (in(50) ? " else " + expression(depth - 1) : "");
      default -> "-" + left;
    };
  }

  private String tag(String inside) {
    return of("{% ", "{%- ", "{%+ ") + inside + of(" %}", " -%}", " +%}", " %}");
  }

  private String statement(int depth) {
    String inner = depth <= 0 ? "" : statement(depth - 1);
    String text =
        switch (depth <= 0 ? 0 : random.nextInt(12)) {
          case 1, 2 ->
              tag("if " + expression(1))
                  + inner
                  + (in(50) ? tag("elif " + expression(1)) + of(SPACES) : "")
                  + (in(50) ? tag("else") + of(SPACES) : "")
                  + tag("endif");
          case 3, 4 ->
              tag("for x in " + of(LISTS) + (in(30) ? " if x" : ""))
                  + of(LOOPED)
                  + inner
                  + (in(30) ? tag("else") + of(SPACES) : "")
                  + tag("endfor");
          case 5 ->
              tag("set " + of("n", "s", "v") + " = " + expression(1)) + inner + "{{ n }}{{ s }}";
          case 6 -> tag("set b") + inner + tag("endset") + "[{{ b }}]";
          case 7 ->
              tag("macro k(a, b='B', c=n)")
                  + "{{ a }}{{ b }}{{ c }}"
                  + inner
                  + tag("endmacro")
                  + "{{ k(1) }}{{ k(2, c=3) }}";
          case 8 ->
              tag("set ns = namespace(x=1)")
                  + "{% for i in range(3) %}"
                  + tag("set ns.x = ns.x + i")
                  + "{% endfor %}{{ ns.x }}";
          case 9 ->
              tag("filter " + of("upper", "trim", "replace('a', 'b')")) + inner + tag("endfilter");
          case 10 -> tag("with n = " + expression(1)) + inner + tag("endwith") + "{{ n }}";
          case 11 ->
              "{% raw %}{{ x }}{% endraw %}" + of(SPACES) + "{#- c " + of("#}", "-#}") + inner;
          default -> of("{{ ", "{{- ") + expression(2) + of(" }}", " -}}");
        };
    return of(SPACES) + text + of(SPACES);
  }
}
