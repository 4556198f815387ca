package dev.snag.drivers.cache;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** Guava's cache, which loads with the entry's monitor. */
public final class GuavaUnderTest implements CacheUnderTest {
    private final Cache<String, String> cache =
            CacheBuilder.newBuilder().maximumSize(100).build();

    @Override
    public Class<?> library() {
        return CacheBuilder.class;
    }

    @Override
    public String get(String key, Function<String, String> loader) throws ExecutionException {
        return cache.get(key, () -> loader.apply(key));
    }
}
