/** A hang that no thread dump explains, small enough to be read at once. */
package dev.snag.samples.lock;
