/**
 * What runs inside the JVM that is watched. Nothing here may need more than the JDK: whatever else is on that class path is
 * the library that is measured.
 */
package dev.snag.drivers.workload;
