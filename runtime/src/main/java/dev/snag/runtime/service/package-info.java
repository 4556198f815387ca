/**
 * What the application asks of Snag and hears from it: the other end of {@code snag-api}. All that crosses is of the JDK's
 * types. Nothing here is loaded before the application calls, but {@link dev.snag.runtime.service.ServiceDoor}.
 */
package dev.snag.runtime.service;
