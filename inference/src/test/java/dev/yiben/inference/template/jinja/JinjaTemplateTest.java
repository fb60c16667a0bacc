package dev.yiben.inference.template.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JinjaTemplateTest {
  private static final LocalDate DAY = LocalDate.of(2024, 7, 6);
  private static final Map<String, Object> VARIABLES =
      Map.of(
          "text",
          "Hello World",
          "padded",
          "  to be \n",
          "number",
          7L,
          "list",
          List.of("b", "a", "C"),
          "map",
          Map.of("a", 1L),
          "messages",
          List.of(
              Map.of("role", "user", "content", "hi"),
              Map.of("role", "assistant", "content", "yo"),
              Map.of("role", "user", "content", "so")));

  private static String render(String template) {
    return JinjaTemplate.parse(template).render(VARIABLES, DAY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      value = {
        "{{ 1 + 2 * 3 }} § 7",
        "{{ 7 / 2 }} {{ 7 // 2 }} {{ -7 // 2 }} {{ -7 % 3 }} {{ 2 ** 10 }} § 3.5 3 -4 2 1024",
        "{{ 2 ** 3 ** 2 }} § 64",
        "{{ 2 * 3 ~ 4 // 2 }} {{ -3 | abs }} {{ 1 + 2 is number }} § 62 3 2",
        "{{ 'a' ~ 1 ~ none ~ true }} § a1NoneTrue",
        "{{ 1 < 2 < 3 }} {{ 3 > 2 > 2 }} § True False",
        "{{ 'World' in text }} {{ 'x' not in list }} § True True",
        "{{ 'a' if number > 5 else 'b' }} § a",
        "[{{ 'a' if number > 9 }}] § []",
        "{{ none or 0 or 'last' }} {{ 1 and '' and 2 }}| § last |",
        "{{ not undefined_name }} § True",
        "{{ not text is string }} {{ text is not string }} § False False",
        "{{ missing is defined }} {{ messages[0].missing is defined }} § False False",
        "{{ messages[9] is undefined }} {{ messages[-1].content }} § True so",
        "{{ messages[1:] | length }} {{ messages[::-1][0]['content'] }} § 2 so",
        "{{ text[:5] }} {{ text[-5:] }} {{ text[::-1] }} {{ text[8:0:-3] }} § Hello World dlroW olleH r l",
        "{{ '你好😀'[::-1] }} {{ '😀a'[1] }} § 😀好你 a",
        "[{{ padded.strip() }}] [{{ padded.rstrip() }}] [{{ padded | trim }}] § [to be] [  to be] [to be]",
        "{{ 'xxaxx'.strip('x') }} {{ 'xxa'.lstrip('x') }} § a a",
        "{{ 'a b  c'.split() }} {{ 'a b  c'.split(' ', 1) }} § ['a', 'b', 'c'] ['a', 'b  c']",
        "{{ 'a.b.c'.rsplit('.', 1) }} {{ 'x</t>y'.split('</t>')[-1] }} § ['a.b', 'c'] y",
        "{{ text.startswith('Hell') }} {{ text.endswith(('x', 'ld')) }} § True True",
        "{{ text.upper() }} {{ text | lower }} {{ 'a-b c' | title }} {{ 'it is'.title() }} § HELLO WORLD hello world A-B C It Is",
        "{{ text.replace('l', 'L', 1) }} {{ text | replace('o', '0') }} § HeLlo World Hell0 W0rld",
        "{{ map.items() | list }} {{ map.get('b', 'no') }} {{ map.a }} {{ map['a'] }} § [('a', 1)] no 1 1",
        "{{ list | join('-') }} {{ list | first }} {{ list | last }} {{ list | sort }} § b-a-C b C ['a', 'b', 'C']",
        "{{ messages | map(attribute='role') | join(',') }} § user,assistant,user",
        "{{ messages | selectattr('role', 'equalto', 'user') | list | length }} § 2",
        "{{ messages | rejectattr('role', 'eq', 'user') | map(attribute='content') | first }} § yo",
        "{{ [1, 2, 3, 4] | select('even') | list }} {{ list | map('upper') | list }} § [2, 4] ['B', 'A', 'C']",
        "{{ missing | default('x') }} {{ '' | default('y', true) }} {{ missing | d(1) }} § x y 1",
        "{{ map | tojson }} {{ [1, true, none, 'ä\"'] | tojson }} § {\"a\": 1} [1, true, null, \"ä\\\"\"]",
        "{{ map is mapping }} {{ list is sequence }} {{ text is iterable }} {{ number is number }} § True True True True",
        "{{ number is odd }} {{ number is divisibleby 7 }} {{ number is in [7, 8] }} § True True True",
        "{{ '%s has %d' % ('it', 3) }} {{ '{} {}'.format('a', 'b') }} § it has 3 a b",
        "{{ 'tab\\tu\\u00e9 \\x41 \\q' }} § `tab\tué A \\q`",
        "{{ 'two ' \"strings\" }} § two strings",
        "{{ 1.0 }} {{ 1e20 }} {{ 0.00001 }} {{ 1e-7 }} {{ 123456789.125 }} § 1.0 1e+20 1e-05 1e-07 123456789.125",
        "{{ [1, 'a', none, {'b': (1, 2), 'c': (3,)}] }} § [1, 'a', None, {'b': (1, 2), 'c': (3,)}]",
        "{{ \"it's\" | list | length }} {{ [\"it's\"] }} § 4 [\"it's\"]",
        "{{ range(3) | list }} {{ range(5, 0, -2) | list }} § [0, 1, 2] [5, 3, 1]",
        "{{ dict(a=1, b='c') }} § {'a': 1, 'b': 'c'}",
        "{{ strftime_now('%d %b %Y') }} {{ strftime_now('%-d.%-m. %B %A %H:%M %%') }} § 06 Jul 2024 6.7. July Saturday 00:00 %",
        "{% set x = 1 %}{% for i in [1, 2] %}{% set x = x + i %}{{ x }} {% endfor %}{{ x }} § 2 3 1",
        "{% set ns = namespace(x=1) %}{% for i in [1, 2] %}{% set ns.x = ns.x + i %}{% endfor %}{{ ns.x }} § 4",
        "{% if false %}a{% elif number == 7 %}b{% else %}c{% endif %} § b",
        "{% for m in messages if m.role == 'user' %}{{ loop.index }}/{{ loop.length }}{{ m.content }};{% endfor %} § 1/2hi;2/2so;",
        "{% for x in [] %}a{% else %}none{% endfor %} § none",
        "{% for a, b in [[1, 2], [3, 4]] %}{{ a }}{{ b }}{{ ',' if not loop.last }}{% endfor %} § `12,34`",
        "{% for x in range(9) %}{% if x == 1 %}{% continue %}{% elif x == 3 %}{% break %}{% endif %}{{ x }}{% endfor %} § 02",
        "{% for x in [1, 2, 3] %}{{ loop.previtem }}{{ loop.first }}{{ loop.revindex0 }}{{ loop.cycle('a', 'b') }};{% endfor %} § True2a;1False1b;2False0a;",
        "{% for x in [1, [2, [3]]] recursive %}{{ x if x is number else loop(x) }}{% endfor %} § 123",
        "{% macro m(a, b='B') %}{{ a }}{{ b }}{{ number }}{% endmacro %}{{ m(1) }} {{ m(b=2, a=3) }} § 1B7 327",
        "{% macro m(a) %}<{{ caller(a) }}>{% endmacro %}{% call(x) m(2) %}{{ x }}!{% endcall %} § <2!>",
        "{% set x %}a{{ number }}{% endset %}{{ x | length }} § 2",
        "{% set x | upper %}a{% endset %}{{ x }} § A",
        "{% filter upper | replace('A', 'o') %}abc{% endfilter %} § oBC",
        "{% with a = 1, b = number %}{{ a + b }}{% endwith %}{{ a }} § 8",
        "{% generation %}said{% endgeneration %} § said",
        "{% raw %}{{ x }}{% y %}{% endraw %} § {{ x }}{% y %}",
        "a{# {{ x }} #}b § ab",
        "{{ '}}' }}{{ {'a': {'b': 1}}['a']['b'] }} § }}1",
      })
  void rendersAsPythonsJinja(String template, String expected) {
    assertThat(render(template)).isEqualTo(expected);
  }

  /** With trim_blocks and lstrip_blocks. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a \\n  {% if true %}\\n  b\\n  {% endif %}\\n c§a \\n  b\\n c",
        "a \\n  {%- if true -%}\\n  b\\n  {%- endif -%}\\n c§abc",
        "  {{ 1 }}\\n  {{- 2 -}}  \\n3§  123",
        "  {%+ if true %}\\nx{% endif +%}\\ny§  x\\ny",
        "{% if true %} {% endif %} x§  x",
        "{# a #}\\nb\\n{#- c -#} \\n d§bd",
        "x\\n§x",
        "x\\n\\n§x\\n",
        "a\\r\\nb\\rc§a\\nb\\nc",
        " {% raw -%} \\n {{ x }}\\n{%- endraw %}\\ny§{{ x }}y",
      })
  void treatsWhiteSpaceAsForAllChatTemplates(String template, String expected) {
    assertThat(render(unescaped(template))).isEqualTo(unescaped(expected));
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\r", "\r");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      value = {
        "x\\n{{ raise_exception('not so') }} § line 2: not so",
        "{{ missing.member }} § line 1: 'missing' is undefined",
        "{{ messages[0].missing.member }} § line 1: 'dict object' has no attribute 'missing'",
        "{{ missing() }} § line 1: 'missing' is undefined",
        "{{ text() }} § line 1: 'str' object is not callable",
        "{{ 1 + 'a' }} § line 1: '+' cannot join 'int' and 'str'",
        "{{ 'a' < 1 }} § line 1: 'str' and 'int' have no order",
        "{{ 1 // 0 }} § line 1: a number is too large or divided by zero",
        "{{ 9223372036854775807 + 1 }} § line 1: a number is too large or divided by zero",
        "{{ 5 | nothing }} § line 1: there is no filter 'nothing'",
        "{{ 5 is nothing }} § line 1: there is no test 'nothing'",
        "{{ text | trim('a', 'b') }} § line 1: trim takes 1 arguments, not 2",
        "{{ text | replace('a') }} § line 1: replace lacks its argument 'new'",
        "{{ text | indent(size=3) }} § line 1: indent takes no argument 'size' here",
        "{{ list.append('x') }} § line 1: 'append' would change what a template may only read",
        "{% set x.y = 1 %} § line 1: 'x' is no namespace",
        "{% for a, b in [[1]] %}{% endfor %} § line 1: 1 values cannot be given to 2 variables",
        "{{ map | tojson(indent='x' * 99999999) }} § line 1: the template does too much",
        "{{ missing | tojson }} § line 1: 'missing' is undefined",
        "{{ strftime_now('%Q') }} § line 1: strftime_now does not know '%Q'",
      })
  void saysWhereAndWhyItCannotRender(String template, String message) {
    JinjaTemplate parsed = JinjaTemplate.parse(unescaped(template));
    assertThatThrownBy(() -> parsed.render(VARIABLES, DAY))
        .isInstanceOf(JinjaException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      value = {
        "{% if x %}\\na § line 2: 'elif' or 'else' or 'endif' should stand where the end of the template stands",
        "\\n{% endif %} § line 2: the tag 'endif' is not known",
        "{% include 'x' %} § line 1: the tag 'include' is not known",
        "{{ a b }} § line 1: '}}' should stand where 'b' stands",
        "{{ a | }} § line 1: a name should stand where '}}' stands",
        "{{ }} § line 1: a value should stand where '}}' stands",
        "{{ (1 }} § line 1: '}' was not opened",
        "{{ 'a }} § line 1: a string has no end",
        "{{ 1 § line 1: '}}' is missing",
        "{# a § line 1: '#}' is missing",
        "{% raw %} a § line 1: 'endraw' is missing",
        "{{ $ }} § line 1: '$' makes no sense here",
        "{{ '\\u12' }} § line 1: a string has an escape that makes no sense",
        "{{ 99999999999999999999 }} § line 1: '99999999999999999999' is too large",
        "{% break %} § line 1: 'break' stands outside of a loop",
        "{{ x[1:2:3:4] }} § line 1: ']' should stand where ':' stands",
      })
  void saysWhereAndWhyItIsWrong(String template, String message) {
    assertThatThrownBy(() -> JinjaTemplate.parse(unescaped(template)))
        .isInstanceOf(JinjaException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ 'a' * 999999999999 }}",
        "{{ range(999999999) | list }}",
        "{% for i in range(9999) %}{% for j in range(9999) %}x{% endfor %}{% endfor %}",
        "{% set x = namespace(s='abcdefgh') %}{% for i in range(99) %}{% set x.s = x.s + x.s %}{% endfor %}",
        "{% set x = namespace(s='abcdefgh') %}{% for i in range(99) %}{% set x.s = x.s.replace('a', x.s) %}{% endfor %}",
        "{% set x = namespace(s='abcdefgh') %}{% for i in range(99) %}{% set x.s = [x.s, x.s] %}{% endfor %}{{ x.s }}",
        "{% set x = namespace(s='abcdefgh') %}{% for i in range(99) %}{% set x.s = x.s | list | join(x.s) %}{% endfor %}",
        "{% set x = namespace(s=[1]) %}{% for i in range(9999) %}{% set x.s = [x.s] %}{% endfor %}{{ x.s | tojson }}",
        "{% set x = namespace(s=[1]) %}{% for i in range(9999) %}{% set x.s = [x.s] %}{% endfor %}{{ x.s == x.s }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "{{ 2 ** 99999999999 }}",
        "{{ 'x' | indent('y' * 9999999, true) | indent('y' * 9999999, true) }}",
        "{{ ('%s' * 9999) % ('x' * 9999999) }}",
      })
  void stopsWhatDoesTooMuch(String template) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThatThrownBy(() -> render(template))
                .isInstanceOf(JinjaException.class)
                .hasMessageStartingWith("line 1: "));
  }

  @Test
  void stopsWhatIsNestedTooDeeply() {
    for (String[] nested :
        new String[][] {
          {"{{ ", "(", "1", ")", " }}"},
          {"{{ ", "[", "", "]", " }}"},
          {"{{ ", "-", "1", "", " }}"},
          {"{{ ", "1 if 1 else ", "1", "", " }}"},
          {"{{ ", "x[", "1", "]", " }}"},
          {"{{ ", "f(", "1", ")", " }}"},
          {"", "{% if 1 %}", "", "{% endif %}", ""},
          {"", "{% for x in y %}", "", "{% endfor %}", ""},
          {"{% set ", "(", "x", ")", " = 1 %}"},
        }) {
      String template =
          nested[0] + nested[1].repeat(20_000) + nested[2] + nested[3].repeat(20_000) + nested[4];
      assertThatThrownBy(() -> JinjaTemplate.parse(template))
          .as(nested[1])
          .isInstanceOf(JinjaException.class)
          .hasMessageContaining("the template is nested too deeply");
    }
  }

  @Test
  void takesLongChains() {
    assertThat(render("{{ 1" + " + 1".repeat(5_000) + " }}")).isEqualTo("5001");
    assertThat(render("{{ 'a'" + " ~ 'a'".repeat(5_000) + " }}")).hasSize(5_001);
    assertThat(render("{{ 1" + " and 1".repeat(5_000) + " }}")).isEqualTo("1");
    assertThat(render("{{ " + "not ".repeat(5_000) + "1 }}")).isEqualTo("True");
    assertThat(render("{{ 'a'" + " | upper".repeat(5_000) + " }}")).isEqualTo("A");
    assertThat(render("{% if 0 %}" + "{% elif 0 %}".repeat(5_000) + "{% else %}x{% endif %}"))
        .isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ text.getClass() }}",
        "{{ text.class.forName('java.lang.System') }}",
        "{{ messages.__class__.__mro__ }}",
        "{{ list.stream() }}",
        "{{ raise_exception.call() }}",
        "{{ namespace(a=1).variables.x }}",
      })
  void reachesNothingOfJava(String template) {
    assertThatThrownBy(() -> render(template)).isInstanceOf(JinjaException.class);
  }

  @Test
  void refusesTemplatesOfAnySize() {
    assertThatThrownBy(() -> JinjaTemplate.parse("x".repeat(2_000_000)))
        .isInstanceOf(JinjaException.class)
        .hasMessage("the template is longer than 1048576 characters");
  }

  @Test
  void readsOddInputWithoutFailingOtherwise() {
    String sample = "{%- for m in xs[1:] if m['a'] is not none -%}{{ m.b | f(x='\\n') }}{# #}\n";
    for (int from = 0; from < sample.length(); from++) {
      for (int to = from; to <= sample.length(); to++) {
        try {
          JinjaTemplate.parse(sample.substring(from, to)).render(Map.of(), DAY);
        } catch (JinjaException expected) {
          assertThat(expected.getMessage()).startsWith("line ");
        }
      }
    }
  }
}
