package dev.snag.it.programs;

/** A program that does not know of Snag, with a plugin on its class path that does. */
public final class WithPlugin {

    private WithPlugin() {}

    public static void main(String[] arguments) throws Exception {
        Thread.startVirtualThread(() -> {}).join();
        Proof.of("g43_a_plugin_found_by_service_loader_is_told_once_and_gets_a_handle", () -> {
            Proof.eventually(() -> Plugin.CALLED.get() > 3);
            Proof.that(Plugin.STARTED.get() == 1, Plugin.STARTED);
            Proof.contains(Plugin.dump, "virtual threads: ");
        });
    }
}
