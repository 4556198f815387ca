/**
 * Findings as a person reads them, in plain ASCII and at most 120 columns where names allow.
 *
 * <p>All of it is a function of the record: no clock, no output, no locale. A finding's text is made without lambdas or
 * streams, whose first use costs tens of milliseconds.
 */
package dev.snag.findings.text;
