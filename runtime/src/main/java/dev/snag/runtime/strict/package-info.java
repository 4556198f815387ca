/**
 * Calls that strict rules forbid: taken from the thread that makes them, freed of what is not its doing, and counted where they
 * are many.
 */
package dev.snag.runtime.strict;
