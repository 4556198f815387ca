/**
 * What a virtual thread sees itself when it parks pinned: its stack, and on JDK 21 to 23 its monitors, which only it can
 * tell there.
 */
package dev.snag.runtime.witness;
