package dev.snag.runtime.jfr;

import dev.snag.findings.Occurrence;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import jdk.jfr.Timestamp;

/**
 * One occurrence. It is committed by a thread of ours and afterwards, so that its start time and thread are those of the
 * telling; the hold's own are {@code heldSince}, {@code heldFor}, {@code virtualThread} and {@code carrier}.
 */
@Name("dev.snag.CarrierHeld")
@Label("Carrier Held")
@Description(
        "A virtual thread kept its carrier for longer than the threshold; committed by Snag when the hold has ended,"
                + " and once before where it lasts for a second")
@Category("Snag")
@StackTrace(false)
@SuppressWarnings("unused") // JFR reads the fields
final class CarrierHeldEvent extends Event {

    @Label("Id")
    @Description("Of the occurrence, as in snags.jsonl; an event that is ongoing has a later one with the same id")
    String id;

    @Label("Ongoing")
    boolean ongoing;

    @Label("Held Since")
    @Description("When the virtual thread was mounted")
    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    long heldSince;

    @Label("Held For")
    @Description("From mount to unmount; so far, where it is ongoing")
    @Timespan(Timespan.NANOSECONDS)
    long heldFor;

    @Label("Threshold")
    @Description("The longest that would have been fine")
    @Timespan(Timespan.NANOSECONDS)
    long threshold;

    @Label("Excused")
    @Description("The part of it that was not the program's doing")
    @Timespan(Timespan.NANOSECONDS)
    long excused;

    @Label("Kind")
    String kind;

    @Label("Severity")
    String severity;

    @Label("Reason")
    @Description("What pins")
    String reason;

    @Label("Category")
    @Description("Of a blocking call")
    String category;

    @Label("Operation")
    @Description("What blocked")
    String operation;

    @Label("Monitor Class")
    String monitorClass;

    @Label("Virtual Thread")
    String virtualThread;

    @Label("Virtual Thread Id")
    long virtualThreadId;

    @Label("Carrier")
    String carrier;

    @Label("Carrier Id")
    long carrierId;

    @Label("Compensated")
    @Description("Whether the JDK added a carrier meanwhile")
    boolean compensated;

    @Label("Offender")
    @Description("The first frame that is not the JDK's")
    String offender;

    @Label("Jar")
    @Description("Of the offender")
    String jar;

    @Label("Version")
    @Description("Of the offender's jar")
    String version;

    @Label("Caller")
    @Description("The first frame of the user's own code")
    String caller;

    @Label("Culprit")
    @Description("The frame that did the holding")
    String culprit;

    @Label("Why")
    String why;

    @Label("Advice")
    String advice;

    @Label("Fingerprint")
    @Description("Names the snag: the same for the same kind and code")
    String fingerprint;

    @Label("Stack")
    @Description("Of the virtual thread while it held the carrier, a frame a line, top first")
    String stack;

    private CarrierHeldEvent() {}

    static void commit(Occurrence occurrence) {
        var event = new CarrierHeldEvent();
        if (event.isEnabled()) {
            event.fill(occurrence);
            event.commit();
        }
    }

    private void fill(Occurrence occurrence) {
        id = occurrence.id();
        ongoing = occurrence.ongoing();
        severity = String.valueOf(occurrence.severity());
        why = occurrence.why();
        advice = occurrence.advice();

        var hold = occurrence.hold();
        heldSince = occurrence.time().toEpochMilli();
        heldFor = EventText.nanos(hold.durationMs());
        threshold = EventText.nanos(hold.thresholdMs());
        excused = EventText.nanos(hold.excusedMs());
        virtualThread = hold.thread().name();
        virtualThreadId = hold.thread().id();
        carrier = hold.carrier().name();
        carrierId = hold.carrier().id();
        compensated = hold.compensated();

        var cause = occurrence.cause();
        kind = String.valueOf(cause.kind());
        reason = cause.reason() == null ? null : cause.reason().name();
        category = cause.category() == null ? null : cause.category().name();
        operation = cause.operation();
        monitorClass = cause.monitor() == null ? null : cause.monitor().className();

        var place = occurrence.place();
        offender = EventText.frame(place.offender());
        jar = place.offender() == null ? null : place.offender().jar();
        version = place.offender() == null ? null : place.offender().version();
        caller = EventText.frame(place.caller());
        culprit = EventText.frame(place.culprit());
        fingerprint = place.fingerprint();
        stack = EventText.stack(place.stack());
    }
}
