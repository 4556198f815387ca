/** Outgoing connections that virtual threads have open at one time: counted by hooks, compared with a limit. */
package dev.snag.runtime.connections;
