package dev.yiben.inference.template;

/**
 * What a chat template is told of the model's tokenizer.
 *
 * @param beginning the text of the token that begins a prompt ({@code bos_token}); may be empty
 * @param end the text of the token that ends an answer ({@code eos_token}); may be empty
 * @param beginningAdded whether the tokenizer puts the beginning before every text by itself, so
 *     that a prompt must come without it
 */
public record SpecialTokens(String beginning, String end, boolean beginningAdded) {}
