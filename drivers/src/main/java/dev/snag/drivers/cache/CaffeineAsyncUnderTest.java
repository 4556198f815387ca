package dev.snag.drivers.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Caffeine's cache of futures: who asks waits for the future, and the loader runs on a virtual thread of its own. */
public final class CaffeineAsyncUnderTest implements CacheUnderTest {
    private static final Executor LOADERS = Executors.newVirtualThreadPerTaskExecutor();

    private final AsyncCache<String, String> cache =
            Caffeine.newBuilder().maximumSize(100).executor(LOADERS).buildAsync();

    @Override
    public Class<?> library() {
        return Caffeine.class;
    }

    @Override
    public String get(String key, Function<String, String> loader) {
        return cache.get(key, loader).join();
    }
}
