/**
 * From looks at a held carrier to the reason why it is held. Pure: no clock, no I/O, nothing of the running JVM; the table
 * "sampling signature to cause" of the design is {@link dev.snag.runtime.diagnosis.Nature} and
 * {@link dev.snag.runtime.diagnosis.Shares}.
 */
package dev.snag.runtime.diagnosis;
