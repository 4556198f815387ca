package dev.snag.samples.ledger;

/**
 * What somebody owns.
 *
 * @param cents the balance, never below zero
 */
public record Account(long id, String owner, long cents) {}
