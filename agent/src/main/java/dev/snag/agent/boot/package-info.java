/**
 * All of Snag that the application's class path has: the entry points and the loader of the rest. It is compiled for Java
 * 11, so that an older JVM can say what it lacks instead of failing to read the class.
 */
package dev.snag.agent.boot;
