package dev.pagetrack.testing.planted.lower;

import dev.pagetrack.testing.planted.upper.Upper;

/** A planted violation: it uses a class of the package above. */
public final class Lower {

    Upper upper() {
        return new Upper(this);
    }
}
