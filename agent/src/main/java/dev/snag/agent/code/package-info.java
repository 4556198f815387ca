/** Reads the application's own class files for what the VM does not tell. */
package dev.snag.agent.code;
