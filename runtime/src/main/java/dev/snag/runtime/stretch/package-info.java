/** The stretches that one virtual thread stays on a carrier, measured exactly while somebody asks: {@code assertUnmounts}. */
package dev.snag.runtime.stretch;
