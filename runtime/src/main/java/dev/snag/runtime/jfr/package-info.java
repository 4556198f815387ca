/**
 * The flight recorder, both ways: what the VM recorded of blocked virtual threads ({@link dev.snag.runtime.jfr.VmStream}),
 * and our own events in the recordings of others ({@link dev.snag.runtime.jfr.OwnEvents}). Without the module
 * {@code jdk.jfr} neither is there, and all else is.
 */
package dev.snag.runtime.jfr;
