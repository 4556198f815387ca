/** The engine's side of the agent: options, hooks, and the watch that they feed. */
package dev.snag.agent;
