/**
 * All that happens after a hook fired. {@link dev.snag.runtime.Watch} is the whole; it starts with one waiting thread, and
 * builds the rest ({@link dev.snag.runtime.Session}) when the first virtual thread is there to be watched.
 */
package dev.snag.runtime;
