package dev.snag.samples.ledger;

/**
 * Money that is to go from one account to another.
 *
 * @param id chosen by the client, so that a request sent twice moves the money once
 * @param cents the amount, above zero
 */
public record Transfer(String id, long from, long to, long cents) {

    /** Says what is wrong with it by itself, without looking at any account. */
    void check() throws Refused {
        if (id == null || id.isBlank()) {
            throw new Refused(Refused.Why.MALFORMED, "a transfer needs an id");
        }
        if (cents <= 0) {
            throw new Refused(Refused.Why.MALFORMED, "the amount must be above zero, not " + cents);
        }
        if (from == to) {
            throw new Refused(Refused.Why.MALFORMED, "both accounts are number " + from);
        }
    }
}
