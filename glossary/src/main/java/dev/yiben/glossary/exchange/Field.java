package dev.yiben.glossary.exchange;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a table or a key of an object says, under the names that tools give it. */
enum Field {
  SOURCE("source|src|srt|原文|term|source term|source text|original"),
  TARGET("target|dst|译文|translation|target term|target text|翻译|译名"),
  NOTE("note|info|描述|备注|notes|comment|comments|description|remark|remarks|说明|definition"),
  CASE_SENSITIVE("case sensitive|区分大小写|大小写敏感"),
  WHOLE_WORD("whole word"),
  REGEX("regex|正则|正则表达式|regexp"),
  DO_NOT_TRANSLATE("do not translate|dnt|non translatable"),
  INFLECT("inflect"),
  FORBIDDEN("forbidden"),
  MARKERS("markers|标记符"),
  PATTERN("pattern|protected"),
  NAME("name|original name|原名|姓名|角色名"),
  TRANSLATED_NAME("translated name|角色译名"),
  GENDER("gender|性别|sex"),
  AGE("age|年龄"),
  PERSONALITY("personality|性格"),
  SPEECH("speech|speech style|说话方式|说话风格|语言风格"),
  MORE("additional info|补充信息|其他信息|附加信息"),
  FIND("find"),
  REPLACE("replace|replacement"),
  STYLE("style"),
  REGISTER("register");

  private final String names;

  Field(String names) {
    this.names = names;
  }

  /** Returns what a column of that name says, if it is known. */
  static Optional<Field> named(String column) {
    String name =
        Normalizer.normalize(column, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\s_-]+", " ")
            .strip();
    return Arrays.stream(values())
        .filter(field -> List.of(field.names.split("\\|")).contains(name))
        .findFirst();
  }
}
