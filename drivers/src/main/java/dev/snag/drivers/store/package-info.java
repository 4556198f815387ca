/** Stores over the network that are no SQL databases: key-value, documents, search. */
package dev.snag.drivers.store;
