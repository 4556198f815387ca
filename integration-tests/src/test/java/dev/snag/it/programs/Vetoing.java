package dev.snag.it.programs;

import dev.snag.InstrumentationListener;

/** Named in {@code META-INF/services}: wants {@code java.io.File} to stay as it is. */
public final class Vetoing implements InstrumentationListener {

    @Override
    public boolean mayInstrument(String className) {
        return !className.equals("java.io.File");
    }
}
