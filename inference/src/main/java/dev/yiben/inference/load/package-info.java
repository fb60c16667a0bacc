/**
 * How llama.cpp loads a model, whichever engine runs it: settings, a look at the files, and the
 * plan that fills in what is left open; begin with {@link
 * dev.yiben.inference.load.LlamaCppSettings} and {@link dev.yiben.inference.load.LoadPlanner}.
 */
package dev.yiben.inference.load;
