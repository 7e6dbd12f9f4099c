package dev.pagetrack.log;

import java.util.List;

/** Reads the lines of a CloudFront log in JSON. */
final class CloudFrontJsonLines implements LineFormat {

    private static final Field[] FIELDS = Field.values();

    private final Timestamps timestamps = new Timestamps();
    private final JsonKeys keys = new JsonKeys();
    private final JsonScanner json = new JsonScanner();
    private final List<String> missing;

    CloudFrontJsonLines(List<String> missing) {
        this.missing = List.copyOf(missing);
    }

    @Override
    public List<String> missingFields() {
        return missing;
    }

    @Override
    public String name() {
        return "cloudfront-json";
    }

    /** See {@link CloudFrontFields#PATH_DECODINGS}. */
    @Override
    public boolean hasClientVersions() {
        return true;
    }

    @Override
    public int pathDecodings() {
        return CloudFrontFields.PATH_DECODINGS;
    }

    @Override
    public Outcome read(LogLine line) {
        line.clear();
        boolean read = readObject(line.bytes(), line.start(), line.end(), line) && (!json.escaped() || unescape(line));
        return read && CloudFrontFields.complete(line, timestamps) ? Outcome.REQUEST : Outcome.MALFORMED;
    }

    private boolean readObject(byte[] bytes, int from, int to, LogLine line) {
        json.begin(bytes, from, to);
        if (!json.skip('{')) {
            return false;
        }
        if (json.skip('}')) {
            return json.atEnd();
        }
        int index = 0;
        do {
            if (!json.string()) {
                return false;
            }
            var field = keys.field(index++, bytes, json.valueFrom(), json.valueTo());
            if (!json.skip(':') || !json.value() || (field != null && json.isNested())) {
                return false;
            }
            if (field != null && json.isNull()) {
                line.unset(field);
            } else if (field != null) {
                line.set(field, json.valueFrom(), json.valueTo());
            }
        } while (json.skip(','));
        return json.skip('}') && json.atEnd();
    }

    private static boolean unescape(LogLine line) {
        for (var field : FIELDS) {
            if (!line.unescape(field, JsonEscapes::unescape)) {
                return false;
            }
        }
        return true;
    }
}
