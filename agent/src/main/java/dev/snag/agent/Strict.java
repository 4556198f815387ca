package dev.snag.agent;

import dev.snag.agent.hooks.BridgeClass;
import dev.snag.agent.strict.StrictHooks;
import dev.snag.runtime.StrictPlan;
import dev.snag.runtime.ledger.Ledger;
import dev.snag.runtime.options.StrictRules;
import dev.snag.runtime.strict.StrictWatch;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/** Strict rules as the agent puts them together; there is no such object where nothing is forbidden. */
final class Strict implements BiConsumer<String, Throwable>, BiPredicate<String, String> {

    private final BiPredicate<String, String> others;
    private final List<Runnable> early = new ArrayList<>();
    private Ledger ledger;
    private StrictHooks hooks;
    private StrictPlan plan;

    private Strict(BiPredicate<String, String> others) {
        this.others = others;
    }

    /**
     * Puts the hooks in.
     *
     * @param others knows which methods are woven besides
     * @param states takes the sensor's state
     */
    static Strict install(
            StrictRules rules,
            Instrumentation instrumentation,
            BiPredicate<String, String> others,
            Map<String, String> states)
            throws ReflectiveOperationException, IOException {
        var strict = new Strict(others);
        var watch = new StrictWatch(BridgeClass.defineCalls(), rules);
        strict.hooks = new StrictHooks(instrumentation, rules, Plugins.find(strict), strict);
        states.put(StrictHooks.SENSOR, strict.hooks.install());
        strict.plan = new StrictPlan(StrictHooks.SENSOR, watch, strict::remarks);
        return strict;
    }

    StrictPlan plan() {
        return plan;
    }

    /** From now on what goes wrong is told to the ledger, and what has gone wrong before at once. */
    synchronized void tell(Ledger told) {
        ledger = told;
        early.forEach(Runnable::run);
        early.clear();
    }

    /** Something went wrong in a plugin. */
    @Override
    public synchronized void accept(String where, Throwable failure) {
        if (ledger == null) {
            early.add(() -> ledger.failed(where, failure));
        } else {
            ledger.failed(where, failure);
        }
    }

    /** Whether the method is woven, by whatever hook. */
    @Override
    public boolean test(String className, String method) {
        return others.test(className, method) || hooks.test(className, method);
    }

    private List<String> remarks() {
        var remarks = new ArrayList<String>();
        for (String rule : hooks.unused()) {
            remarks.add("the strict rule " + rule
                    + " has matched no method of a class that was loaded; see whether it is spelled right");
        }
        for (String late : hooks.lateObstacles()) {
            remarks.add("strict rules could not look into the class " + late);
        }
        return remarks;
    }
}
