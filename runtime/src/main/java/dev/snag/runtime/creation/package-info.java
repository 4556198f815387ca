/** Where virtual threads were started: kept in a ring by a hook, for as long as they live. */
package dev.snag.runtime.creation;
