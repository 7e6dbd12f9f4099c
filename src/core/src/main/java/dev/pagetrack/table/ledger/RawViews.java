package dev.pagetrack.table.ledger;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.site.Retention;
import dev.pagetrack.view.View;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Creates the items of raw views.
 *
 * @param attributes the keys of the site
 * @param retention how long raw views are kept; empty if for ever
 * @param earliest the second before which none expires
 */
record RawViews(Attributes attributes, Optional<Retention> retention, long earliest) {

    /** How long the owner has to count the raw views of a bulk ingestion that was killed, before they expire. */
    private static final Duration UNCOUNTED = Duration.ofDays(30);

    RawViews {
        requireNonNull(attributes, "attributes");
        requireNonNull(retention, "retention");
    }

    /** The raw views of a ledger that counts them at once. They depend only on the view and the retention. */
    static RawViews counted(OpenTable table, Optional<Retention> retention) {
        return new RawViews(table.attributes(), retention, 0);
    }

    /** The raw views of a ledger that leaves the counting to a rebuild. If that never comes, they must not be lost soon. */
    static RawViews uncounted(OpenTable table, Optional<Retention> retention) {
        return new RawViews(
                table.attributes(),
                retention,
                table.clock().instant().plus(UNCOUNTED).getEpochSecond());
    }

    Map<String, AttributeValue> item(View view) {
        var item = new HashMap<>(attributes.rawView(view));
        for (var property : ViewProperty.values()) {
            var value = property.value(view);
            if (!value.isEmpty()) {
                item.put(property.attribute(), Attributes.text(value));
            }
        }
        retention.ifPresent(kept ->
                item.put(Attributes.EXPIRES, Attributes.number(Math.max(kept.expiry(view.second()), earliest))));
        return item;
    }
}
