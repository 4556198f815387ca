/**
 * Weaves what strict rules need: calls at the entry and exits of methods of the JDK, of native methods and of methods that the
 * user names. Nothing of it is loaded where nothing is forbidden.
 */
package dev.snag.agent.strict;
