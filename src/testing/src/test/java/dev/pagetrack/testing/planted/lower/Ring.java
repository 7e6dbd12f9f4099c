package dev.pagetrack.testing.planted.lower;

/** A planted violation: {@link Link} and this class depend on each other. */
final class Ring {

    Link link() {
        return new Link(this);
    }

    record Nested(Link link) {}
}
