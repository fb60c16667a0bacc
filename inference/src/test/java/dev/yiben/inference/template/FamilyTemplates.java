package dev.yiben.inference.template;

/** Chat templates in the manner of well-known families of models. */
public final class FamilyTemplates {
  /** Turns between headers, contents trimmed, a day told. */
  public static final String HEADERS =
      """
      {{- bos_token }}
      {%- if not day is defined %}
          {%- set day = strftime_now("%d %b %Y") if strftime_now is defined else "26 Jul 2024" %}
      {%- endif %}
      {%- set said = "" %}
      {%- if messages[0]['role'] == 'system' %}
          {%- set said = messages[0]['content'] | trim %}
          {%- set messages = messages[1:] %}
      {%- endif %}
      {{- "<|start_header_id|>system<|end_header_id|>\\n\\n" }}
      {{- said }}
      {{- "<|eot_id|>" }}
      {%- for message in messages %}
          {%- if not (message.role == 'tool' or 'tool_calls' in message) %}
              {{- '<|start_header_id|>' + message['role'] + '<|end_header_id|>\\n\\n' + message['content'] | trim + '<|eot_id|>' }}
          {%- elif message.tool_calls | length != 1 %}
              {{- raise_exception("one call at a time") }}
          {%- endif %}
      {%- endfor %}
      {%- if add_generation_prompt %}
          {{- '<|start_header_id|>assistant<|end_header_id|>\\n\\n' }}
      {%- endif %}
      """;

  /** No system, roles that alternate. */
  public static final String TURNS =
      """
      {{ bos_token }}{% if messages[0]['role'] == 'system' %}{{ raise_exception('no system here') }}{% endif %}{% for message in messages %}{% if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('roles must alternate') }}{% endif %}{% set role = 'model' if message['role'] == 'assistant' else message['role'] %}{{ '<start_of_turn>' + role + '\\n' + message['content'] | trim + '<end_of_turn>\\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<start_of_turn>model\\n' }}{% endif %}
      """;

  /** Instructions in brackets, the system before one of them. */
  public static final String BRACKETS =
      """
      {%- if messages[0]["role"] == "system" %}
          {%- set before = messages[0]["content"] %}
          {%- set rest = messages[1:] %}
      {%- else %}
          {%- set rest = messages %}
      {%- endif %}
      {%- set ns = namespace(turn=0) %}
      {%- for message in rest | rejectattr("role", "equalto", "tool") %}
          {%- if (message["role"] == "user") != (ns.turn % 2 == 0) %}
              {{- raise_exception("roles must alternate") }}
          {%- endif %}
          {%- set ns.turn = ns.turn + 1 %}
      {%- endfor %}
      {{- bos_token }}
      {%- for message in rest %}
          {%- if message["role"] == "user" %}
              {%- if loop.first and before is defined %}
                  {{- "[INST] " + before + "\\n\\n" + message["content"] + "[/INST]" }}
              {%- else %}
                  {{- "[INST] " + message["content"] + "[/INST]" }}
              {%- endif %}
          {%- else %}
              {{- " " + message["content"] | trim + eos_token }}
          {%- endif %}
      {%- endfor %}
      """;

  /** A tag for each role, thoughts left out of what was answered before. */
  public static final String TAGS =
      """
      {% set ns = namespace(system='', first=true) %}
      {%- for message in messages %}{% if message['role'] == 'system' %}{% set ns.system = ns.system + message['content'] %}{% endif %}{% endfor %}
      {{- bos_token }}{{ ns.system }}
      {%- for message in messages %}
        {%- if message['role'] == 'user' %}{{ '<|User|>' + message['content'] }}{% endif %}
        {%- if message['role'] == 'assistant' %}
          {%- set content = message['content'] %}
          {%- if '</think>' in content %}{% set content = content.split('</think>')[-1] %}{% endif %}
          {{- '<|Assistant|>' + content + '<|end|>' }}
        {%- endif %}
      {%- endfor %}
      {%- if add_generation_prompt %}{{ '<|Assistant|>' }}{% endif %}
      """;

  /** Macros, lists of roles, and loops with conditions. */
  public static final String MACROS =
      """
      {%- macro turn(role, text) -%}
      <|{{ role | upper }}_TOKEN|>{{ text }}<|END_{{ role | upper }}|>
      {%- endmacro -%}
      {%- set roles = {'system': 'system', 'user': 'user', 'assistant': 'chatbot'} -%}
      {{ bos_token }}
      {%- for message in messages if message.role in roles -%}
      {{ turn(roles[message.role], message.content) }}
      {%- endfor -%}
      {%- if add_generation_prompt -%}<|CHATBOT_TOKEN|>{%- endif -%}
      """;

  private FamilyTemplates() {}
}
