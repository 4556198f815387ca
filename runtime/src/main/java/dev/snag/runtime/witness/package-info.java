/** What a virtual thread sees of its own monitors when it parks pinned: only it can tell, on JDK 21 to 23. */
package dev.snag.runtime.witness;
