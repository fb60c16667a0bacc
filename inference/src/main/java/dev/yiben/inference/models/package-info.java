/**
 * Finds and lists the model files of the user; {@link dev.yiben.inference.models.ModelLocator} and
 * {@link dev.yiben.inference.models.ModelFolder} are the ways in.
 */
package dev.yiben.inference.models;
