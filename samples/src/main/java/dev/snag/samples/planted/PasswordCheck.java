package dev.snag.samples.planted;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Checks a password against a PBKDF2 hash.
 *
 * <p><b>Planted:</b> the hash is slow by design: 600,000 rounds, as OWASP advises, take some hundred milliseconds of
 * computing, and a virtual thread that computes is never taken off its carrier: CPU, on every JDK.
 *
 * <p><b>Remedy:</b> hand work like this to a pool of platform threads and wait for the result, unmounted.
 */
public final class PasswordCheck {

    /** The number of rounds that OWASP's Password Storage Cheat Sheet gives for PBKDF2 with HMAC-SHA256. */
    public static final int ADVISED_ROUNDS = 600_000;

    private static final int BITS = 256;

    private final int rounds;
    private final byte[] salt;
    private final byte[] expected;

    /** One house, one password: enough to keep a carrier busy. */
    public PasswordCheck(String password, String salt, int rounds) throws GeneralSecurityException {
        this.rounds = rounds;
        this.salt = salt.getBytes(StandardCharsets.UTF_8);
        this.expected = hash(password);
    }

    public boolean accepts(String password) throws GeneralSecurityException {
        return MessageDigest.isEqual(expected, hash(password));
    }

    private byte[] hash(String password) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, BITS);
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
    }
}
