/**
 * Findings as a person reads them, in plain ASCII and at most 120 columns where names allow.
 *
 * <p>All of it is a function of the record: no clock, no output, no locale.
 */
package dev.snag.findings.text;
