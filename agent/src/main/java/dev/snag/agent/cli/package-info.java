/** {@code java -jar snag.jar}: the command line. */
package dev.snag.agent.cli;
