package dev.snag.agent.hooks;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;

/**
 * Weaves the hooks whenever {@code VirtualThread} is transformed, also when another agent asks for that; so it stays
 * registered. It is called for every class that is loaded, on whatever thread: its first act is to look at the name.
 */
final class HookTransformer implements ClassFileTransformer {

    private final List<HookTarget> targets;
    private volatile List<HookTarget> woven = List.of();
    private volatile Throwable failure;

    /** Of those that are always woven. */
    HookTransformer() {
        this(HookTarget.ALL);
    }

    HookTransformer(List<HookTarget> targets) {
        this.targets = targets;
    }

    @Override
    public byte[] transform(
            Module module, ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] code) {
        if (!HookTarget.VIRTUAL_THREAD.equals(name)) {
            return null;
        }
        try {
            HookWeaver.Result result = HookWeaver.weave(code, targets);
            woven = result.woven();
            return result.code();
        } catch (RuntimeException | LinkageError e) {
            failure = e; // a class file of a JDK that is newer than we know; it stays as it is
            return null;
        }
    }

    /** The targets that were found in the class when it was last transformed. */
    List<HookTarget> woven() {
        return woven;
    }

    /** Why it could not be woven; null where it could. */
    Throwable failure() {
        return failure;
    }
}
