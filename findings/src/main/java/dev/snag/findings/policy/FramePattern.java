package dev.snag.findings.policy;

import dev.snag.findings.Frame;
import dev.snag.findings.Place;
import dev.snag.findings.StableName;
import java.util.Locale;

/**
 * Which frame has to be there: {@code com.acme.Cache.load}, {@code caller:com.acme.*}, {@code any:com.acme.Legacy.*}.
 *
 * <p>The pattern is compared with class and method, and with the class alone. The code of a lambda goes by the method that
 * it is written in as well, so a rule outlives the renaming of lambdas.
 *
 * @param name {@code *} fits also where there is no frame at all
 */
record FramePattern(Role role, Glob name) {

    /** Where the frame is looked for. */
    enum Role {
        OFFENDER,
        CALLER,
        ANY;

        private String prefix() {
            return name().toLowerCase(Locale.ROOT) + ":";
        }
    }

    /**
     * Reads a pattern; without a role it is the offender's.
     *
     * @throws IllegalArgumentException with what is wrong and what to write
     */
    static FramePattern parse(String text) {
        for (Role role : Role.values()) {
            if (text.startsWith(role.prefix())) {
                return new FramePattern(role, glob(text.substring(role.prefix().length())));
            }
        }
        if (text.indexOf(':') >= 0) {
            throw new IllegalArgumentException("'" + text.substring(0, text.indexOf(':') + 1)
                    + "' says not where to look; write offender:, caller: or any:");
        }
        return new FramePattern(Role.OFFENDER, glob(text));
    }

    private static Glob glob(String text) {
        if (text.isEmpty()
                || !text.chars().allMatch(c -> Character.isJavaIdentifierPart(c) || ".*?<>-".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("'" + text
                    + "' is not a pattern of class and method; write it as com.acme.Cache.load or com.acme.*");
        }
        return new Glob(text);
    }

    boolean matches(Place place) {
        if (name.pattern().equals("*")) {
            return true;
        }
        return switch (role) {
            case OFFENDER -> matches(place.offender());
            case CALLER -> matches(place.caller());
            case ANY -> matchesAny(place);
        };
    }

    private boolean matchesAny(Place place) {
        // Where the stack could not be taken, what was seen of it stands in these.
        if (matches(place.offender()) || matches(place.caller()) || matches(place.culprit())) {
            return true;
        }
        for (Frame frame : place.stack()) {
            if (matches(frame)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(Frame frame) {
        if (frame == null) {
            return false;
        }
        String host = StableName.hostClass(frame);
        return name.matches(StableName.of(frame))
                || name.matches(host)
                || name.matches(host + "." + StableName.hostMethod(frame));
    }

    @Override
    public String toString() {
        return (role == Role.OFFENDER ? "" : role.prefix()) + name;
    }
}
