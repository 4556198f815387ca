/** The goals: tests run with the agent, and what it wrote is judged and shown when all modules have been built. */
package dev.snag.maven;
