/**
 * The inference port: {@link dev.yiben.inference.InferenceEngine} turns a conversation into text,
 * in the process or behind an endpoint.
 */
package dev.yiben.inference;
