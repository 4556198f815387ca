package dev.snag.benchmarks.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;

/**
 * One quantity measured for several variants in turn, round after round.
 *
 * <p>A host that slows down for a minute slows every variant of that round, so variants are compared within a round.
 */
public final class Rounds {
    private final Map<String, List<Double>> byVariant = new LinkedHashMap<>();

    /** Adds the value of the variant's next round. */
    public void add(String variant, double value) {
        byVariant.computeIfAbsent(variant, name -> new ArrayList<>()).add(value);
    }

    /** The variants' names, in the order in which they were first added. */
    public Set<String> variants() {
        return Collections.unmodifiableSet(byVariant.keySet());
    }

    public Samples of(String variant) {
        return Samples.of(valuesOf(variant));
    }

    /** {@code variant - baseline}, one for each round. */
    public Samples differences(String variant, String baseline) {
        return paired(variant, baseline, (value, base) -> value - base);
    }

    /** {@code variant / baseline}, one for each round. */
    public Samples ratios(String variant, String baseline) {
        return paired(variant, baseline, (value, base) -> value / base);
    }

    /** All values as measured, in order of the rounds. */
    public Map<String, List<Double>> raw() {
        return Collections.unmodifiableMap(byVariant);
    }

    private Samples paired(String variant, String baseline, DoubleBinaryOperator compare) {
        List<Double> values = valuesOf(variant);
        List<Double> bases = valuesOf(baseline);
        if (values.size() != bases.size()) {
            throw new IllegalStateException(
                    variant + " has " + values.size() + " rounds and " + baseline + " has " + bases.size());
        }
        double[] compared = new double[values.size()];
        for (int i = 0; i < compared.length; i++) {
            compared[i] = compare.applyAsDouble(values.get(i), bases.get(i));
        }
        return Samples.of(compared);
    }

    private List<Double> valuesOf(String variant) {
        List<Double> values = byVariant.get(variant);
        if (values == null) {
            throw new IllegalArgumentException("no round of " + variant + "; there are " + byVariant.keySet());
        }
        return values;
    }
}
