/** Small programs that the forked JVMs of these tests run; but for what logs, they use the JDK alone. */
package dev.snag.it.programs;
