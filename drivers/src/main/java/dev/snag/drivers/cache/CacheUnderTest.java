package dev.snag.drivers.cache;

import java.util.function.Function;

/** A cache, made by the constructor without parameters. */
public interface CacheUnderTest {

    /** A class of the library, by which it is told what was loaded. */
    Class<?> library();

    /**
     * What is kept for the key, or else what the loader gives.
     *
     * @throws Exception where it could not be loaded
     */
    String get(String key, Function<String, String> loader) throws Exception;
}
