package dev.snag.drivers.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was left out in a file is empty. */
final class Lists {
    private Lists() {}

    static <E> List<E> orEmpty(List<E> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    static <V> Map<String, V> orEmpty(Map<String, V> map) {
        return map == null ? Map.of() : Map.copyOf(map);
    }

    static <E> List<E> joined(List<E> first, List<E> then) {
        var all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    /** Those of both; where both have one the second's. */
    static <V> Map<String, V> joined(Map<String, V> first, Map<String, V> then) {
        var all = new HashMap<>(first);
        all.putAll(then);
        return all;
    }
}
