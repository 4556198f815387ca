package dev.snag.findings;

/**
 * The monitor that a thread waits for.
 *
 * @param className binary name of the class of the object; null where it could not be had
 * @param owner the thread that owns it; null where it could not be had
 */
public record MonitorRef(String className, ThreadRef owner) {}
