package dev.pagetrack.suspect;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.log.Rejection;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A reason to suspect that a program sent a request with the user agent of a browser. A set of suspicions is a bit set
 * in an int, because each line that counts has one.
 */
@SuppressWarnings("EnumOrdinal") // the bits
public enum Suspicion {
    /** See {@link Rejection#HOSTING}. */
    HOSTING(Rejection.HOSTING),
    /** See {@link Rejection#HTTP1}. */
    HTTP1(Rejection.HTTP1),
    /** See {@link Rejection#OUTDATED}. */
    OUTDATED(Rejection.OUTDATED),
    /** See {@link Rejection#CONTRADICTION}. */
    CONTRADICTION(Rejection.CONTRADICTION);

    private static final Suspicion[] ALL = values();

    private final Rejection rejection;

    Suspicion(Rejection rejection) {
        this.rejection = rejection;
    }

    /** The reason under which a line is counted that is rejected for this suspicion. */
    public Rejection rejection() {
        return rejection;
    }

    /** The name in settings and reports, such as {@code http1}. */
    public String label() {
        return rejection.label();
    }

    /** The bit of this suspicion in a set. */
    public int bit() {
        return 1 << ordinal();
    }

    /** The first suspicion of a set that is not empty. */
    public static Suspicion first(int set) {
        return ALL[Integer.numberOfTrailingZeros(set)];
    }

    /** @throws WrongSettingException for a name that is none, naming it and the choices */
    static Suspicion parse(String name) {
        return Arrays.stream(ALL)
                .filter(suspicion -> suspicion.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongSettingException("<suspects> (pagetrack.suspects) holds '" + name
                        + "', which is not a rule: write some of "
                        + Arrays.stream(ALL).map(Suspicion::label).collect(Collectors.joining(", ")) + "."));
    }
}
