/** The price of one mount and one unmount, by JMH. */
package dev.snag.benchmarks.mounts;
