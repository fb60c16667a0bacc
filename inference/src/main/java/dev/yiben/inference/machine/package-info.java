/**
 * What the machine has to offer to a model; {@link dev.yiben.inference.machine.Machine} is the way
 * in.
 */
package dev.yiben.inference.machine;
