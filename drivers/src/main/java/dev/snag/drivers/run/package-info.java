/** Runs rows: class paths, servers, and the JVMs that Snag watches. */
package dev.snag.drivers.run;
