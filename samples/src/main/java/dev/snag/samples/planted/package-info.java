/**
 * The offenders of the sample, one to a class. Each is code as one finds it in working services, each is correct, and
 * each was harmless on platform threads; {@code docs/sample.md} says what becomes of it on virtual ones.
 */
package dev.snag.samples.planted;
