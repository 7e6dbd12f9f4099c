package dev.pagetrack.table.site;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Items;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.TableException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Reads and stores the cut-over of a site: the UTC day from which views come from logs; views before it come from a
 * series layout. It is stored before anything is counted, and is the same for all runs: otherwise views would count
 * twice or not at all. A run without a cut-over first writes the {@code META} item, and only then looks for a cut-over.
 * So if two first runs start together, one of them notices the other.
 */
public final class SiteCutover {

    private final OpenTable table;
    private final Attributes attributes;
    private final Items items;

    public SiteCutover(OpenTable table) {
        this.table = table;
        this.attributes = table.attributes();
        this.items = table.items();
    }

    /** Returns the cut-over, if one is stored. */
    public Optional<LocalDate> stored() {
        var item = items.get(List.of(attributes.cutover()), true).get(attributes.cutover());
        return Optional.ofNullable(item).map(stored -> LocalDate.parse(Attributes.text(stored, Attributes.CUTOVER)));
    }

    /**
     * Stores the cut-over if there is none.
     *
     * @throws TableException if another one is stored, or this site counts without one
     */
    public void decide(LocalDate wanted) {
        if (stored().isEmpty()) {
            put(wanted);
        }
        requireSame(wanted);
    }

    /**
     * Checks the cut-over as {@link #decide} does, but stores nothing.
     *
     * @throws TableException if another one is stored, or this site counts without one
     */
    public void requireSame(LocalDate wanted) {
        var stored = stored();
        if (stored.isEmpty() ? isCounting() : !stored.get().equals(wanted)) {
            throw new TableException("<cutover> (pagetrack.cutover) is " + wanted + ", but this site counts "
                    + stored.map(day -> "views from logs since " + day).orElse("views of any time")
                    + ": views in between would count twice or not at all. "
                    + stored.map(day -> "Use that day, or a new <siteId> (pagetrack.siteId).")
                            .orElse("Leave it out, or use a new <siteId> (pagetrack.siteId)."));
        }
    }

    private boolean isCounting() {
        return !items.existing(List.of(attributes.meta())).isEmpty();
    }

    private void put(LocalDate day) {
        var item = new HashMap<>(attributes.cutover());
        item.put(Attributes.CUTOVER, Attributes.text(day.toString()));
        var absent = "attribute_not_exists(" + Attributes.PARTITION_KEY + ")";
        table.call(client -> {
            try {
                return client.transactWriteItems(write -> write.transactItems(
                        TransactWriteItem.builder()
                                .put(put ->
                                        put.tableName(table.name()).item(item).conditionExpression(absent))
                                .build(),
                        TransactWriteItem.builder()
                                .conditionCheck(check -> check.tableName(table.name())
                                        .key(attributes.meta())
                                        .conditionExpression(absent))
                                .build()));
            } catch (TransactionCanceledException e) {
                // Another run was faster, or this site already counts. The caller reads what is stored.
                return null;
            }
        });
    }
}
