package dev.yiben.inference.template.jinja;

import java.util.List;
import java.util.Map;

/** Templates and what becomes of them. */
final class Cases {
  static final Map<String, Object> VARIABLES =
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

  /** Templates, each followed by what it renders to. */
  static final List<List<String>> RENDERED =
      List.of(
          List.of("{{ 1 + 2 * 3 }}", "7"),
          List.of(
              "{{ 7 / 2 }} {{ 7 // 2 }} {{ -7 // 2 }} {{ -7 % 3 }} {{ 2 ** 10 }}",
              "3.5 3 -4 2 1024"),
          List.of("{{ 2 ** 3 ** 2 }}", "64"),
          List.of("{{ 2 * 3 ~ 4 // 2 }} {{ -3 | abs }} {{ 1 + 2 is number }}", "62 3 2"),
          List.of("{{ 'a' ~ 1 ~ none ~ true }}", "a1NoneTrue"),
          List.of("{{ 1 < 2 < 3 }} {{ 3 > 2 > 2 }}", "True False"),
          List.of("{{ 'World' in text }} {{ 'x' not in list }}", "True True"),
          List.of("{{ 'a' if number > 5 else 'b' }}", "a"),
          List.of("[{{ 'a' if number > 9 }}]", "[]"),
          List.of("{{ none or 0 or 'last' }} [{{ 1 and '' and 2 }}]", "last []"),
          List.of("{{ not undefined_name }}", "True"),
          List.of("{{ not text is string }} {{ text is not string }}", "False False"),
          List.of("{{ missing is defined }} {{ messages[0].missing is defined }}", "False False"),
          List.of("{{ messages[9] is undefined }} {{ messages[-1].content }}", "True so"),
          List.of("{{ messages[1:] | length }} {{ messages[::-1][0]['content'] }}", "2 so"),
          List.of(
              "{{ text[:5] }} {{ text[-5:] }} {{ text[::-1] }} {{ text[8:0:-3] }}",
              "Hello World dlroW olleH r l"),
          List.of("{{ '你好😀'[::-1] }} {{ '😀a'[1] }}", "😀好你 a"),
          List.of(
              "[{{ padded.strip() }}] [{{ padded.rstrip() }}] [{{ padded | trim }}]",
              "[to be] [  to be] [to be]"),
          List.of("{{ 'xxaxx'.strip('x') }} {{ 'xxa'.lstrip('x') }}", "a a"),
          List.of(
              "{{ 'a b  c'.split() }} {{ 'a b  c'.split(' ', 1) }}",
              "['a', 'b', 'c'] ['a', 'b  c']"),
          List.of(
              "{{ 'a.b.c'.rsplit('.', 1) }} {{ 'x</t>y'.split('</t>')[-1] }}", "['a.b', 'c'] y"),
          List.of("{{ text.startswith('Hell') }} {{ text.endswith(('x', 'ld')) }}", "True True"),
          List.of(
              "{{ text.upper() }} {{ text | lower }} {{ 'a-b c' | title }} {{ 'it is'.title() }}",
              "HELLO WORLD hello world A-B C It Is"),
          List.of(
              "{{ text.replace('l', 'L', 1) }} {{ text | replace('o', '0') }}",
              "HeLlo World Hell0 W0rld"),
          List.of(
              "{{ map.items() | list }} {{ map.get('b', 'no') }} {{ map.a }} {{ map['a'] }}",
              "[('a', 1)] no 1 1"),
          List.of(
              "{{ list | join('-') }} {{ list | first }} {{ list | last }} {{ list | sort }}",
              "b-a-C b C ['a', 'b', 'C']"),
          List.of("{{ messages | map(attribute='role') | join(',') }}", "user,assistant,user"),
          List.of("{{ messages | selectattr('role', 'equalto', 'user') | list | length }}", "2"),
          List.of(
              "{{ messages | rejectattr('role', 'eq', 'user') | map(attribute='content') | first }}",
              "yo"),
          List.of(
              "{{ [1, 2, 3, 4] | select('even') | list }} {{ list | map('upper') | list }}",
              "[2, 4] ['B', 'A', 'C']"),
          List.of(
              "{{ missing | default('x') }} {{ '' | default('y', true) }} {{ missing | d(1) }}",
              "x y 1"),
          List.of(
              "{{ map | tojson }} {{ [1, true, none, 'ä\"'] | tojson }}",
              "{\"a\": 1} [1, true, null, \"ä\\\"\"]"),
          List.of(
              "{{ map is mapping }} {{ list is sequence }} {{ text is iterable }} {{ number is number }}",
              "True True True True"),
          List.of(
              "{{ number is odd }} {{ number is divisibleby 7 }} {{ number is in [7, 8] }}",
              "True True True"),
          List.of("{{ '%s has %d' % ('it', 3) }} {{ '{} {}'.format('a', 'b') }}", "it has 3 a b"),
          List.of("{{ 'tab\\tu\\u00e9 \\x41 \\q' }}", "tab\tué A \\q"),
          List.of("{{ 'two ' \"strings\" }}", "two strings"),
          List.of(
              "{{ 1.0 }} {{ 1e20 }} {{ 0.00001 }} {{ 1e-7 }} {{ 123456789.125 }}",
              "1.0 1e+20 1e-05 1e-07 123456789.125"),
          List.of(
              "{{ [1, 'a', none, {'b': (1, 2), 'c': (3,)}] }}",
              "[1, 'a', None, {'b': (1, 2), 'c': (3,)}]"),
          List.of("{{ \"it's\" | list | length }} {{ [\"it's\"] }}", "4 [\"it's\"]"),
          List.of("{{ range(3) | list }} {{ range(5, 0, -2) | list }}", "[0, 1, 2] [5, 3, 1]"),
          List.of("{{ dict(a=1, b='c') }}", "{'a': 1, 'b': 'c'}"),
          List.of(
              "{{ strftime_now('%d %b %Y') }} {{ strftime_now('%-d.%-m. %B %A %H:%M %%') }}",
              "06 Jul 2024 6.7. July Saturday 00:00 %"),
          List.of(
              "{% set x = 1 %}{% for i in [1, 2] %}{% set x = x + i %}{{ x }} {% endfor %}{{ x }}",
              "2 3 1"),
          List.of(
              "{% set ns = namespace(x=1) %}{% for i in [1, 2] %}{% set ns.x = ns.x + i %}{% endfor %}{{ ns.x }}",
              "4"),
          List.of("{% if false %}a{% elif number == 7 %}b{% else %}c{% endif %}", "b"),
          List.of(
              "{% for m in messages if m.role == 'user' %}{{ loop.index }}/{{ loop.length }}{{ m.content }};{% endfor %}",
              "1/2hi;2/2so;"),
          List.of("{% for x in [] %}a{% else %}none{% endfor %}", "none"),
          List.of(
              "{% for a, b in [[1, 2], [3, 4]] %}{{ a }}{{ b }}{{ ',' if not loop.last }}{% endfor %}",
              "12,34"),
          List.of(
              "{% for x in range(9) %}{% if x == 1 %}{% continue %}{% elif x == 3 %}{% break %}{% endif %}{{ x }}{% endfor %}",
              "02"),
          List.of(
              "{% for x in [1, 2, 3] %}{{ loop.previtem }}{{ loop.first }}{{ loop.revindex0 }}{{ loop.cycle('a', 'b') }};{% endfor %}",
              "True2a;1False1b;2False0a;"),
          List.of(
              "{% for x in [1, [2, [3]]] recursive %}{{ x if x is number else loop(x) }}{% endfor %}",
              "123"),
          List.of(
              "{% macro m(a, b='B') %}{{ a }}{{ b }}{{ number }}{% endmacro %}{{ m(1) }} {{ m(b=2, a=3) }}",
              "1B7 327"),
          List.of(
              "{% macro m(a) %}<{{ caller(a) }}>{% endmacro %}{% call(x) m(2) %}{{ x }}!{% endcall %}",
              "<2!>"),
          List.of("{% set x %}a{{ number }}{% endset %}{{ x | length }}", "2"),
          List.of("{% set x | upper %}a{% endset %}{{ x }}", "A"),
          List.of("{% filter upper | replace('A', 'o') %}abc{% endfilter %}", "oBC"),
          List.of("{% with a = 1, b = number %}{{ a + b }}{% endwith %}{{ a }}", "8"),
          List.of("{% generation %}said{% endgeneration %}", "said"),
          List.of("{% raw %}{{ x }}{% y %}{% endraw %}", "{{ x }}{% y %}"),
          List.of("a{# {{ x }} #}b", "ab"),
          List.of("{{ '}}' }}{{ {'a': {'b': 1}}['a']['b'] }}", "}}1"));

  private Cases() {}
}
