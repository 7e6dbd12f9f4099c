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
        put(item, Attributes.BROWSER, view.browser());
        put(item, Attributes.COUNTRY, view.country());
        put(item, Attributes.REFERRER, view.referrer());
        retention.ifPresent(kept -> item.put(Attributes.EXPIRES, Attributes.number(kept.expiry(view.second()))));
        return item;
    }

    private static void put(Map<String, AttributeValue> item, String name, String value) {
        if (!value.isEmpty()) {
            item.put(name, Attributes.text(value));
        }
    }
}
