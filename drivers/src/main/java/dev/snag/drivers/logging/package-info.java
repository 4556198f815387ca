/** Logging, each library behind {@link dev.snag.drivers.logging.LoggingUnderTest}. */
package dev.snag.drivers.logging;
