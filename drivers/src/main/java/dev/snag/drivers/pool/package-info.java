/** Pools: what waits when there are too few connections, and when one has to be made. */
package dev.snag.drivers.pool;
