/**
 * Knows, finds, lists and fetches the model files of the user; {@link
 * dev.yiben.inference.models.ModelLocator}, {@link dev.yiben.inference.models.Catalogue}, {@link
 * dev.yiben.inference.models.ModelFolder} and {@link dev.yiben.inference.models.ModelPull} are the
 * ways in.
 */
package dev.yiben.inference.models;
