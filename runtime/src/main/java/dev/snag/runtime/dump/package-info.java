/** All virtual threads of this JVM as text, in the tree of the containers that they were started in. */
package dev.snag.runtime.dump;
