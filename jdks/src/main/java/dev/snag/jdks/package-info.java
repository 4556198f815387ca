/** The JDKs of this machine, for tests, benchmarks and the lab of drivers. Nothing of it is shipped. */
package dev.snag.jdks;
