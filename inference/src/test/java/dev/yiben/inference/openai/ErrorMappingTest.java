package dev.yiben.inference.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.InferenceException;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of errors, with bodies as services are documented or known to send them. */
class ErrorMappingTest {
  private static final HttpHeaders NONE = HttpHeaders.of(Map.of(), (name, value) -> true);

  private final ErrorMapping errors =
      new ErrorMapping(
          EndpointAddress.parse("http://host:1/v1"),
          ApiKey.none(),
          new Redaction(List.of()),
          Clock.systemUTC());

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '%',
      value = {
        "401 ; {} ; KEY_REFUSED",
        "403 ; {'error':{'message':'Invalid API key'}} ; KEY_REFUSED",
        "403 ; {'error':{'message':'Country, region, or territory not supported'}} ; FORBIDDEN",
        "400 ; [{'error':{'message':'API key not valid. Please pass a valid API key.'}}] ; KEY_REFUSED",
        "400 ; {'error':{'message':'max_tokens is too large: 99999'}} ; REFUSED",
        "402 ; {'error':{'message':'Insufficient Balance'}} ; NO_MONEY",
        "429 ; {'error':{'code':'insufficient_quota'}} ; NO_MONEY",
        "429 ; {'error':{'type':'exceeded_current_quota_error'}} ; NO_MONEY",
        "429 ; {'error':{'code':'1113','message':'余额不足或无可用资源包,请充值。'}} ; NO_MONEY",
        "400 ; {'error':{'code':'Arrearage'}} ; NO_MONEY",
        "400 ; {'error':{'message':'Your credit balance is too low'}} ; NO_MONEY",
        "429 ; {'error':{'message':'Rate limit reached'}} ; BUSY",
        "404 ; {'error':{'message':'The model `x` does not exist'}} ; NO_SUCH_MODEL",
        "404 ; {'error':'model x not found'} ; NO_SUCH_MODEL",
        "400 ; {'error':{'message':'x is not a valid model ID'}} ; NO_SUCH_MODEL",
        "404 ; {'error':{'message':'File Not Found'}} ; NOT_FOUND",
        "405 ; Method Not Allowed ; NOT_FOUND",
        "400 ; {'error':{'type':'exceed_context_size_error','message':'too big'}} ; TOO_LONG",
        "400 ; {'message':'The maximum context length is 4096 tokens'} ; TOO_LONG",
        "400 ; {'error':{'message':'Range of input length should be [1, 30720]'}} ; TOO_LONG",
        "400 ; {'error':{'code':'content_filter','message':'The response was filtered'}} ; WITHHELD",
        "400 ; {'error':{'code':'data_inspection_failed'}} ; WITHHELD",
        "400 ; {'error':{'message':'Content Exists Risk'}} ; WITHHELD",
        "400 ; {'error':{'code':'1301','message':'系统检测到输入或生成内容可能包含不安全或敏感内容'}} ; WITHHELD",
        "403 ; {'error':{'message':'Your input was flagged by moderation'}} ; WITHHELD",
        "500 ; {'error':'model requires more system memory (8 GiB) than is available'} ; OUT_OF_MEMORY",
        "500 ; {} ; PASSING",
        "502 ; <html><title>Bad gateway</title></html> ; PASSING",
        "503 ; {'error':{'message':'Loading model'}} ; PASSING",
        "504 ; %% ; PASSING",
        "529 ; {'error':{'type':'overloaded_error'}} ; PASSING",
        "408 ; %% ; PASSING",
        "425 ; %% ; PASSING",
        "302 ; %% ; REDIRECTED",
        "400 ; {'detail':[{'loc':['body','x'],'msg':'Extra inputs are not permitted'}]} ; REFUSED",
        "501 ; %% ; REFUSED",
      })
  void tellsWhatARefusalIsAbout(int status, String body, ErrorMapping.Kind kind) {
    assertThat(ErrorMapping.kind(status, error(body))).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '%',
      value = {
        "{'error':{'message':'a','code':1}} ; a",
        "{'error':'a'} ; a",
        "{'object':'error','message':'a'} ; a",
        "{'detail':'a'} ; a",
        "{'detail':[{'loc':['body','x'],'msg':'a'}]} ; body.x: a",
        "[{'error':{'message':'a'}}] ; a",
        "<html><head><title> a </title> ; a web page «a»",
        "plain ; plain",
        "{'unknown':1} ; {'unknown':1}",
        "{} ; %%",
        "%% ; %%",
      })
  void findsTheWords(String body, String words) {
    assertThat(error(body).message()).isEqualTo(words.replace('\'', '"'));
  }

  @Test
  void namesTheNearestModelsFirst() {
    InferenceException failure =
        errors.refused(
            404,
            NONE,
            "{\"error\":\"model 'qwen3:8' not found\"}",
            "qwen3:8",
            List.of("gemma3:4b", "llama3.1:8b", "qwen3:8b", "mistral", "phi4", "Qwen3:14b"));

    assertThat(failure.getMessage()).contains("has no model «qwen3:8», but qwen3:8b, Qwen3:14b, ");
  }

  private static ServerError error(String body) {
    return ServerError.of(body.replace('\'', '"'), new Redaction(List.of()));
  }
}
