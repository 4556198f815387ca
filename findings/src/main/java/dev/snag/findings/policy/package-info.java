/**
 * Which findings are all right and which fail: rules, baseline, {@code fail-on}, and the verdict over a whole run.
 *
 * <p>Pure: texts of files and today's date are given in, and nothing is printed. {@code docs/policy.md} has the formats.
 */
package dev.snag.findings.policy;
