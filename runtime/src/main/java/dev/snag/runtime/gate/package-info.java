/** The gate over this JVM: counts by the policy, and decides on the exit status. */
package dev.snag.runtime.gate;
