/** JVMs started for a measurement: which JDK, which agent, which program. */
package dev.snag.benchmarks.fork;
