package dev.pagetrack.table.ledger;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.site.Retention;
import dev.pagetrack.view.View;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Creates the items of raw views. They depend only on the view and the retention.
 *
 * @param attributes the keys of the site
 * @param retention how long raw views are kept; empty if for ever
 */
record RawViews(Attributes attributes, Optional<Retention> retention) {

    RawViews {
        requireNonNull(attributes, "attributes");
        requireNonNull(retention, "retention");
    }

    Map<String, AttributeValue> item(View view) {
        var item = new HashMap<>(attributes.rawView(view));
        for (var property : ViewProperty.values()) {
            var value = property.value(view);
            if (!value.isEmpty()) {
                item.put(property.attribute(), Attributes.text(value));
            }
        }
        retention.ifPresent(kept -> item.put(Attributes.EXPIRES, Attributes.number(kept.expiry(view.second()))));
        return item;
    }
}
