/** The business of the sample: accounts, transfers, a report. Nothing in here holds a carrier. */
package dev.snag.samples.ledger;
