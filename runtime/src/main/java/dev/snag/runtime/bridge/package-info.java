/**
 * The one class that woven JDK code calls. {@link dev.snag.runtime.bridge.Bridge} is a template: the agent renames it and
 * defines it in {@code java.lang} of {@code java.base}, where the woven code can link to it. It uses nothing but JDK types.
 */
package dev.snag.runtime.bridge;
