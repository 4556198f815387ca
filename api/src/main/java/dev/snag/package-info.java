/**
 * What an application or a test may call of Snag. {@link dev.snag.Snag} has all of it; {@link dev.snag.SnagListener} is what an
 * application may implement. Without the agent in the JVM nothing here does anything, but for assertions, which then fail.
 */
package dev.snag;
