/** Caches and maps that load what they do not have, each behind {@link dev.snag.drivers.cache.CacheUnderTest}. */
package dev.snag.drivers.cache;
