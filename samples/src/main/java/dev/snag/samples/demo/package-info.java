/**
 * The demonstration: starts PostgreSQL, runs the worker on platform threads and then on virtual ones under the agent, puts
 * the same load on both, and shows what came of it.
 */
package dev.snag.samples.demo;
