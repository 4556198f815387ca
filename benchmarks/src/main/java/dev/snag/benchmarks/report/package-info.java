/** Results as files, and the page that quotes them. */
package dev.snag.benchmarks.report;
