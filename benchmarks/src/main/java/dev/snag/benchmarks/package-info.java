/**
 * What Snag costs and how exact it is. Each benchmark is one command, forks its own JVMs and compares within one run.
 */
package dev.snag.benchmarks;
