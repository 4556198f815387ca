/** The options of the agent: what there is, where each value came from, and what is wrong with a bad one. */
package dev.snag.runtime.options;
