package dev.yiben.inference.template.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JinjaTemplateTest {
  private static final LocalDate DAY = LocalDate.of(2024, 7, 6);

  private static String render(String template) {
    return JinjaTemplate.parse(template).render(Cases.VARIABLES, DAY);
  }

  static List<org.junit.jupiter.params.provider.Arguments> rendered() {
    return Cases.RENDERED.stream().map(one -> arguments(one.get(0), one.get(1))).toList();
  }

  @ParameterizedTest
  @MethodSource("rendered")
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
    assertThatThrownBy(() -> parsed.render(Cases.VARIABLES, DAY))
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
        Duration.ofMinutes(2),
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
