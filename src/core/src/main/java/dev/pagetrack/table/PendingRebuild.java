package dev.pagetrack.table;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The note that rollups may lack raw views, and the list of pages that a rebuild goes by. */
final class PendingRebuild {

    private final OpenTable table;
    private final Attributes attributes;

    PendingRebuild(OpenTable table) {
        this.table = table;
        this.attributes = table.attributes();
    }

    boolean noted() {
        return !table.items().existing(List.of(attributes.rebuild())).isEmpty();
    }

    void note() {
        Failures.explained(
                table.name(),
                () -> table.client()
                        .updateItem(update -> update.tableName(table.name())
                                .key(attributes.rebuild())
                                .updateExpression("ADD #pending :one")
                                .expressionAttributeNames(Map.of("#pending", Attributes.PENDING))
                                .expressionAttributeValues(Map.of(":one", Attributes.number(1)))));
    }

    /** Lists pages in {@code INDEX}; those that stand there stay as they are. */
    void list(Collection<String> pages) {
        Failures.explained(table.name(), () -> {
            pages.forEach(page -> table.client()
                    .updateItem(update -> update.tableName(table.name()).key(attributes.index(page))));
            return pages;
        });
    }
}
