/**
 * The outage itself: virtual threads queue, and none is mounted. From figures of the scheduler and what holds each carrier to
 * the verdict, from who waits for which lock to whose it is. Pure: no clock, no I/O, nothing of the running JVM.
 */
package dev.snag.runtime.starvation;
