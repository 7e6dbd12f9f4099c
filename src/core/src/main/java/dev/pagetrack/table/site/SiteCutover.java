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
 * The cut-over of a site: views before it are those of an older layout, views from it on come from logs. It is decided
 * before anything is counted, and holds for all runs: else views in between would count twice, or never. A run that was
 * told none first notes how it names pages, and looks for a cut-over then; so of two first runs one sees the other.
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

    /** The cut-over, if one was decided. */
    public Optional<LocalDate> stored() {
        var item = items.get(List.of(attributes.cutover()), true).get(attributes.cutover());
        return Optional.ofNullable(item).map(stored -> LocalDate.parse(Attributes.text(stored, Attributes.CUTOVER)));
    }

    /**
     * Decides it, unless that was done.
     *
     * @throws TableException if it is another, or this site counts without one
     */
    public void decide(LocalDate wanted) {
        if (stored().isEmpty()) {
            put(wanted);
        }
        requireSame(wanted);
    }

    /** As {@link #decide}, but only looks. */
    public void requireSame(LocalDate wanted) {
        var stored = stored();
        if (stored.isEmpty() ? isCounting() : !stored.get().equals(wanted)) {
            throw new TableException("<cutover> (pagetrack.cutover) is " + wanted + ", but this site counts "
                    + stored.map(day -> "from logs what came since " + day).orElse("views of any time")
                    + ": views in between would count twice, or never. "
                    + stored.map(day -> "Take that day, or a new <siteId> (pagetrack.siteId).")
                            .orElse("Leave it out, or take a new <siteId> (pagetrack.siteId)."));
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
                // Another run was quicker, or this site counts already: what is stored tells.
                return null;
            }
        });
    }
}
