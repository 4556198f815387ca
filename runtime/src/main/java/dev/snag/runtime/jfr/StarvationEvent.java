package dev.snag.runtime.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import jdk.jfr.Timestamp;

/** All carriers held. It is committed by a thread of ours and afterwards, so it has a time and a thread list of its own. */
@Name("dev.snag.Starvation")
@Label("Virtual Threads Starve")
@Description("Virtual threads wait and every carrier is held; committed by Snag when it is told and when it has ended")
@Category("Snag")
@StackTrace(false)
@SuppressWarnings("unused") // JFR reads the fields
final class StarvationEvent extends Event {

    @Label("Id")
    @Description("Of the occurrence, as in snags.jsonl; an event that is ongoing has a later one with the same id")
    String id;

    @Label("Ongoing")
    boolean ongoing;

    @Label("Since")
    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    long since;

    @Label("Lasted")
    @Timespan(Timespan.NANOSECONDS)
    long lasted;

    @Label("Threshold")
    @Timespan(Timespan.NANOSECONDS)
    long threshold;

    @Label("Queued")
    @Description("Virtual threads that wait for a carrier")
    int queued;

    @Label("Carriers")
    int carriers;

    @Label("Holders")
    @Description("A line for each carrier: itself, its virtual thread, the kind of its hold and the place")
    String holders;

    @Label("Lock")
    @Description("What they wait for, where that is one lock")
    String lock;

    @Label("Why")
    String why;

    @Label("Advice")
    String advice;

    @Label("Fingerprint")
    String fingerprint;

    private StarvationEvent() {}

    static void commit(Starved starved) {
        var event = new StarvationEvent();
        if (!event.isEnabled()) {
            return;
        }
        event.id = starved.id();
        event.ongoing = starved.ongoing();
        event.since = starved.since().toEpochMilli();
        event.lasted = EventText.nanos(starved.durationMs());
        event.threshold = EventText.nanos(starved.thresholdMs());
        event.queued = starved.queued();
        event.carriers = starved.carriers();
        event.holders = starved.holders();
        event.lock = starved.lock();
        event.why = starved.why();
        event.advice = starved.advice();
        event.fingerprint = starved.fingerprint();
        event.commit();
    }
}
