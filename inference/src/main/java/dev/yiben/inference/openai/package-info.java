/**
 * The engine behind an HTTP endpoint of the OpenAI kind, local or in a cloud; {@link
 * dev.yiben.inference.openai.OpenAiEngine} is the way in, {@link
 * dev.yiben.inference.openai.EndpointModels} lists what an endpoint has. What servers differ in is
 * data: {@link dev.yiben.inference.openai.EndpointPreset}.
 */
package dev.yiben.inference.openai;
