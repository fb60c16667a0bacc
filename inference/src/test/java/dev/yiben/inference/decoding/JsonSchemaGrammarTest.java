package dev.yiben.inference.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.yiben.inference.OutputConstraint;
import dev.yiben.inference.gbnf.Gbnf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonSchemaGrammarTest {
  private static final String LINES =
      "{\"type\":\"object\",\"properties\":{\"1\":{\"type\":\"string\"},\"2\":{\"type\":\"string\"}},"
          + "\"required\":[\"1\",\"2\"],\"additionalProperties\":false}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "{'type':'object','properties':{'1':{'type':'string'},'2':{'type':'string'}},'required':['1','2'],'additionalProperties':false} # {'1':'a','2':'b'}",
        "{'type':'object','properties':{'a\\'b':{}},'required':['a\\'b']} # {'a\\'b': [1, {'x': null}]}",
        "{'type':'object','properties':{'a':true,'b':true,'c':true},'required':['b']} # {'b':1,'c':2}",
        "{'type':'object','properties':{'a':true,'b':true}} # {'b':1}",
        "{'type':'object','properties':{'a':true,'b':true}} # {}",
        "{'type':'object'} # {'any': 'thing'}",
        "{'type':'object','additionalProperties':{'type':'integer'}} # {'x': -12, 'y': 0}",
        "{'type':'object','additionalProperties':false} # {}",
        "{'type':'array','items':{'type':'number'}} # [1, 2.5, -3e10]",
        "{'type':'array','items':{'type':'boolean'},'minItems':2,'maxItems':3} # [true,false]",
        "{'type':'array','maxItems':0} # []",
        "{'type':'array','items':{'type':'null'},'minItems':1} # [null]",
        "{'type':'array'} # ['a', 1]",
        "{'type':'string','minLength':2,'maxLength':3} # '好\\n好'",
        "{'enum':['red','green',3,null]} # 'green'",
        "{'type':'string','enum':['x\\\\y']} # 'x\\\\y'",
        "{'const':{'a':[1]}} # {'a':[1]}",
        "{'anyOf':[{'type':'string'},{'type':'integer'}]} # 7",
        "{'type':['string','null']} # null",
        "{'description':'anything'} # [{'a':'\\u00e9'}]",
        "{'properties':{'a':{'type':'string'}}} # {'a':'x'}",
        "true # false",
      })
  void allowsWhatIsValid(String schema, String value) {
    assertThat(isWhole(schema.replace('\'', '"'), value.replace('\'', '"'))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "{'type':'object','properties':{'1':{'type':'string'},'2':{'type':'string'}},'required':['1','2'],'additionalProperties':false} # {'1':'a'}",
        "{'type':'object','properties':{'1':{'type':'string'}},'required':['1']} # {'1':1}",
        "{'type':'object','properties':{'1':{'type':'string'}},'additionalProperties':false} # {'2':'b'}",
        "{'type':'object','properties':{'a':true,'b':true}} # {,'b':1}",
        "{'type':'object','properties':{'a':true,'b':true}} # {'a':1,}",
        "{'type':'array','items':{'type':'boolean'},'minItems':2,'maxItems':3} # [true]",
        "{'type':'array','items':{'type':'boolean'},'minItems':2,'maxItems':3} # [true,true,true,true]",
        "{'type':'array','maxItems':0} # [1]",
        "{'type':'string','minLength':2,'maxLength':3} # 'a'",
        "{'type':'string','maxLength':3} # 'abcd'",
        "{'type':'string'} # 'a",
        "{'type':'integer'} # 1.5",
        "{'type':'integer'} # 01",
        "{'enum':['red','green']} # 'blue'",
        "{'type':'string','const':'a'} # 'b'",
      })
  void forbidsWhatIsNot(String schema, String value) {
    assertThat(isWhole(schema.replace('\'', '"'), value.replace('\'', '"'))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "{'type':'string','pattern':'a+'} # pattern",
        "{'type':'integer','minimum':3} # minimum",
        "{'type':'text'} # «text» is not known",
        "{'oneOf':[{'type':'string'}]} # oneOf",
        "{'$ref':'x'} # $ref",
        "{'type':'object','properties':{'a':{'format':'date'}}} # /properties/a",
        "{'type':'object','required':['a']} # required",
        "{'type':'object','properties':[]} # properties must be",
        "{'enum':[]} # empty list",
        "{'type':'string','enum':['a',1]} # not of the type",
        "{'type':'string','minLength':5,'maxLength':4} # below the least",
        "{'type':'string','minLength':-1} # minLength",
        "{'type':'string','maxLength':1000000} # maxLength",
        "[] # must be an object",
        "{ # no JSON",
      })
  void refusesWhatNoGrammarCanBeMadeOf(String schema, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonSchemaGrammar.of(schema.replace('\'', '"')))
        .withMessageContaining(why);
  }

  @Test
  void refusesSchemasThatAreNestedTooDeeply() {
    String schema = "{\"items\":".repeat(150) + "true" + "}".repeat(150);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonSchemaGrammar.of(schema))
        .withMessageContaining("nested too deeply");
  }

  @Test
  void theCacheTakesSchemasAsWellAsGrammars() {
    GrammarCache cache = new GrammarCache(TestTokens.of().table());
    Grammar json = cache.of(new OutputConstraint.JsonSchema(LINES));
    assertThat(cache.of(new OutputConstraint.JsonSchema(LINES))).isSameAs(json);
    Grammar grammar = cache.of(new OutputConstraint.Grammar("root ::= \"a\""));
    assertThat(cache.of("root ::= \"a\"")).isSameAs(grammar).isNotSameAs(json);
  }

  private static boolean isWhole(String schema, String value) {
    String grammar = JsonSchemaGrammar.of(schema);
    Gbnf.parse(grammar);
    GrammarState after = TestTokens.after(TestTokens.of().state(grammar), value);
    return after != null && after.mayEnd();
  }
}
