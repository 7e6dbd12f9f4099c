package dev.pagetrack.log;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** SHA-256 digests. */
public final class Sha256 {

    private static final String ZEROS = "0".repeat(39);

    private Sha256() {}

    /** A new digest. */
    public static MessageDigest create() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** The first 128 bits of the digest as 39 decimal digits. Resets the digest. */
    public static String decimal(MessageDigest digest) {
        var digits = new BigInteger(1, Arrays.copyOf(digest.digest(), 16)).toString();
        return ZEROS.substring(digits.length()) + digits;
    }

    /** The digest in hexadecimal. Resets the digest. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
