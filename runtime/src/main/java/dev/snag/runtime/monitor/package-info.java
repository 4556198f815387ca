/**
 * The thread that looks: when ({@link dev.snag.runtime.monitor.HoldMonitor}), at what
 * ({@link dev.snag.runtime.monitor.WatchedCarrier}), with what result ({@link dev.snag.runtime.monitor.HoldReport}).
 */
package dev.snag.runtime.monitor;
