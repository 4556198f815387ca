/**
 * The lab: runs each driver, pool and client on virtual threads against its real server, in a JVM that Snag watches, and makes
 * a table of what came of it. {@link dev.snag.drivers.Drivers} is its command line.
 */
package dev.snag.drivers;
