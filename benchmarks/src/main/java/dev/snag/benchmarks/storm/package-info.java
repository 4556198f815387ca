/** Very many parks that cannot unmount. */
package dev.snag.benchmarks.storm;
