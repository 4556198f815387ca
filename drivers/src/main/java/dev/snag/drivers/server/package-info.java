/** Servers, each in a JVM of its own, with its own class path, that the lab starts when the first row needs it. */
package dev.snag.drivers.server;
