/**
 * What to do about a finding: rules in a file ({@code advice.json} and the user's own), by what held the carrier, on which
 * JDK, in which library and version of it. Pure: the text of the files is passed in.
 */
package dev.snag.findings.advice;
