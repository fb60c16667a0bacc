/** Fakes for tests: {@link dev.yiben.pipeline.testing.ScriptedEngine} answers by script. */
package dev.yiben.pipeline.testing;
