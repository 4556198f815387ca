/**
 * From the monitor's reports to what users read: a bounded queue ({@link dev.snag.runtime.ledger.Ledger}), one thread that
 * empties it ({@link dev.snag.runtime.ledger.Recorder}), the file and the text.
 */
package dev.snag.runtime.ledger;
