package dev.snag.drivers.cache;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What many write who need no more of a cache than {@code computeIfAbsent}. */
public final class MapUnderTest implements CacheUnderTest {
    private final ConcurrentHashMap<String, String> map = new ConcurrentHashMap<>();

    @Override
    public Class<?> library() {
        return ConcurrentHashMap.class;
    }

    @Override
    public String get(String key, Function<String, String> loader) {
        return map.computeIfAbsent(key, loader);
    }
}
