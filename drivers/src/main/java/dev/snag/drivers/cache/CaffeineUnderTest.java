package dev.snag.drivers.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;

/** Caffeine's cache, which computes within its map. */
public final class CaffeineUnderTest implements CacheUnderTest {
    private final Cache<String, String> cache =
            Caffeine.newBuilder().maximumSize(100).build();

    @Override
    public Class<?> library() {
        return Caffeine.class;
    }

    @Override
    public String get(String key, Function<String, String> loader) {
        return cache.get(key, loader);
    }
}
