package dev.yiben.inference.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.InferenceException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointAddressTest {

  @ParameterizedTest
  @CsvSource({
    "llama-server, llama-server, http://127.0.0.1:8080/v1/models",
    "OLLAMA, ollama, http://127.0.0.1:11434/models",
    "vllm=http://gpu:8000, vllm, http://gpu:8000/v1/models",
    "vllm=http://gpu:8000/v1/, vllm, http://gpu:8000/v1/models",
    "ollama=http://host:11434/v1, ollama, http://host:11434/models",
    "http://host:1234/v1/chat/completions, openai-compatible, http://host:1234/v1/models",
    "http://host:1234, openai-compatible, http://host:1234/v1/models",
    "https://api.deepseek.com, deepseek, https://api.deepseek.com/v1/models",
    "https://api.openai.com/v1, openai, https://api.openai.com/v1/models",
    "https://a.example/v1?api-version=2, openai-compatible, https://a.example/v1/models?api-version=2",
    "zhipu=https://api.z.ai/api/paas/v4, zhipu, https://api.z.ai/api/paas/v4/models",
  })
  void readsWhatUsersWrite(String text, String preset, String models) {
    EndpointAddress address = EndpointAddress.parse(text);

    assertThat(address.preset().name()).isEqualTo(preset);
    assertThat(address.api("models")).hasToString(models);
  }

  @ParameterizedTest
  @CsvSource({
    "llama-server=http://h:8080/v1, http://h:8080/props",
    "llama-server=http://h:8080/prefix/v1, http://h:8080/prefix/props",
    "lm-studio=http://h:1234, http://h:1234/props",
  })
  void findsThePathsBesideTheApi(String text, String props) {
    assertThat(EndpointAddress.parse(text).server("props")).hasToString(props);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gpt",
        "ftp://host/",
        "http://",
        "http:// host",
        "x=http://host",
        "http:///v1"
      })
  void refusesTheRestInOneLine(String text) {
    assertThatThrownBy(() -> EndpointAddress.parse(text))
        .isInstanceOf(InferenceException.class)
        .message()
        .isNotBlank()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://a.example/v1?key=s3cret", "http://user:s3cret@a.example/v1"})
  void messagesLackWhatMayBeSecret(String text) {
    String shown;
    try {
      shown = EndpointAddress.parse(text).toString();
    } catch (InferenceException e) {
      shown = e.getMessage();
    }
    assertThat(shown).doesNotContain("s3cret");
  }
}
