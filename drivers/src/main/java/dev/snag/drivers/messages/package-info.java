/** Clients of message brokers. */
package dev.snag.drivers.messages;
