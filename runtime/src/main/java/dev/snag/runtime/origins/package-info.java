/**
 * Which jar, in which version, a frame's code came from, and whether it is the user's own. It looks at what is loaded, and
 * neither loads nor initializes anything of the application, nor runs its handlers of URLs. It reads jars, so it belongs on
 * a thread that may block.
 */
package dev.snag.runtime.origins;
