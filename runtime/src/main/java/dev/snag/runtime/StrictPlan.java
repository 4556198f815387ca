package dev.snag.runtime;

import dev.snag.findings.ThreadRef;
import dev.snag.runtime.ledger.Ledger;
import dev.snag.runtime.monitor.Scope;
import dev.snag.runtime.service.ServiceDoor;
import dev.snag.runtime.slots.CarrierSlot;
import dev.snag.runtime.slots.CarrierSlots;
import dev.snag.runtime.strict.ForbiddenCall;
import dev.snag.runtime.strict.StrictWatch;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is forbidden at any duration, and how that is heard of.
 *
 * @param sensor the name of the hooks in the calls
 * @param remarks what there is to say of the rules at the end, such as one that has matched nothing
 */
public record StrictPlan(String sensor, StrictWatch watch, Supplier<List<String>> remarks) {

    /** From now on what is found goes to the ledger. */
    void begin(Plan plan, CarrierSlots slots, ServiceDoor door, Ledger ledger) {
        var scope = new Scope(plan.options().include(), plan.options().exclude());
        try {
            watch.begin(
                    door,
                    id -> carrier(slots, id),
                    call -> {
                        if (scope.covers(offender(call))) {
                            ledger.called(call);
                        }
                    },
                    ledger::lost);
        } catch (ReflectiveOperationException e) {
            plan.hooks().put(sensor, "off: " + e + "; calls that strict rules forbid are not seen");
        }
    }

    private static String offender(ForbiddenCall call) {
        return call.offender().getClassName();
    }

    private static ThreadRef carrier(CarrierSlots slots, long id) {
        CarrierSlot slot = slots.of(id);
        Thread thread = slot == null ? null : slot.carrier();
        return new ThreadRef(thread == null ? "" : thread.getName(), id);
    }

    /** The last calls, and what there is to say of the rules; returns whether all went well. */
    boolean end(Ledger ledger) {
        watch.end();
        remarks.get().forEach(ledger::note);
        return watch.errors() == 0;
    }
}
