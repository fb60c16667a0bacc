package dev.yiben.inference.decoding;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import dev.yiben.inference.libllama.OpaqueParameters;

/** The functions of llama.cpp that judge grammars, by their names in C. */
interface SamplerApi extends Library {
  OpaqueParameters llama_model_default_params();

  Pointer llama_model_load_from_file(String path, OpaqueParameters parameters);

  void llama_model_free(Pointer model);

  Pointer llama_model_get_vocab(Pointer model);

  int llama_vocab_n_tokens(Pointer vocabulary);

  byte llama_vocab_is_eog(Pointer vocabulary, int token);

  byte llama_vocab_is_control(Pointer vocabulary, int token);

  int llama_token_to_piece(
      Pointer vocabulary, int token, byte[] piece, int room, int leftStrip, byte special);

  Pointer llama_sampler_init_grammar(Pointer vocabulary, String grammar, String root);

  void llama_sampler_apply(Pointer sampler, Pointer candidates);

  void llama_sampler_accept(Pointer sampler, int token);

  void llama_sampler_free(Pointer sampler);
}
