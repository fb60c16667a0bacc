/**
 * Finds the model file that the user means; {@link dev.yiben.inference.models.ModelLocator} is the
 * way in.
 */
package dev.yiben.inference.models;
