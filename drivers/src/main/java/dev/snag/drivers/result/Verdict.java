package dev.snag.drivers.result;

import com.google.gson.annotations.SerializedName;

/** What a library does to the carriers, the least harm first. */
public enum Verdict {
    /** Nothing was found outside of the cold start. */
    @SerializedName("friendly")
    FRIENDLY("friendly"),
    /** Warnings alone: the JDK added a carrier, or it computed, or loaded classes. */
    @SerializedName("warns")
    WARNS("warns"),
    /** A carrier was lost while something was waited for. */
    @SerializedName("blocks")
    BLOCKS("blocks"),
    /** A phase had not ended when its time was over. */
    @SerializedName("stands still")
    STANDS_STILL("stands still");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** The worse of the two. */
    public Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public String toString() {
        return word;
    }
}
