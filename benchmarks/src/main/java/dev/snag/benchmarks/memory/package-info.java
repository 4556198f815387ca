/** What an agent keeps in memory, at rest and after very many virtual threads. */
package dev.snag.benchmarks.memory;
