package dev.pagetrack.table.backup;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.page.PagePath;
import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.BatchWriter;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.Queries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Restores a site from a backup file. It checks the complete file before it writes anything. While it writes, the site
 * is marked as being imported: nobody can read it or count into it. After an interruption, the import of the same file
 * can be run again.
 */
public final class SiteImport {

    private static final String IS_MARKED = "#importing = :sum";

    private static final int BATCH = 1000;

    /** Large items are written in smaller batches, to bound the memory. */
    private static final long MAX_CHARACTERS = 8_000_000;

    private final OpenTable table;
    private final Attributes attributes;
    private final Queries queries;
    private final BatchWriter writer;

    public SiteImport(OpenTable table) {
        this.table = table;
        this.attributes = table.attributes();
        this.queries = table.queries();
        this.writer = table.batchWriter();
    }

    /**
     * Imports a file. If the table already holds all of it, because the answer to an earlier import's last call was
     * lost, it writes nothing.
     */
    public BackupReport read(Path path) throws IOException {
        var file = new BackupFile(path);
        var json = new ItemJson(attributes.pagePartition(""));
        var pages = new LongAdder();
        var count = new LongAdder();
        var sum = file.read((node, length) -> {
            count.increment();
            var item = json.item(node);
            requireSameNaming(path, item);
            if (Attributes.partition(item).equals(attributes.indexPartition())) {
                pages.increment();
            }
        });
        if (isFree() && mark(sum)) {
            replaceMark(write(file, json), sum);
        } else if (!new ImportedItems(table.items()).include(file, json)) {
            throw inUse(null);
        }
        return new BackupReport(pages.sum(), count.sum(), sum);
    }

    /** Writes all items but {@code META}, which it returns. */
    private Map<String, AttributeValue> write(BackupFile file, ItemJson json) throws IOException {
        var batch = new ArrayList<Map<String, AttributeValue>>();
        var meta = new HashMap<String, AttributeValue>();
        var characters = new AtomicLong();
        file.read((node, length) -> {
            var item = json.item(node);
            if (isMeta(item)) {
                meta.putAll(item);
                return;
            }
            batch.add(item);
            if (batch.size() == BATCH || characters.addAndGet(length) > MAX_CHARACTERS) {
                writer.put(batch);
                batch.clear();
                characters.set(0);
            }
        });
        writer.put(batch);
        return meta;
    }

    private void requireSameNaming(Path path, Map<String, AttributeValue> item) {
        if (isMeta(item) && Attributes.number(item, Attributes.VERSION, PagePath.VERSION) != PagePath.VERSION) {
            throw new WrongSettingException("<backup> (pagetrack.backup) " + path + " has page names of version "
                    + Attributes.number(item, Attributes.VERSION) + ", and this pagetrack writes version "
                    + PagePath.VERSION + ", in which some pages have other names: nothing was imported. Ingest the logs"
                    + " of that time instead.");
        }
    }

    private boolean isMeta(Map<String, AttributeValue> item) {
        return attributes.meta().entrySet().stream()
                .allMatch(key -> key.getValue().equals(item.get(key.getKey())));
    }

    /** Whether the site has no items, or a {@code META} item, which {@link #mark} looks at. */
    private boolean isFree() {
        return queries.first(queries.partition(attributes.metaPartition())).isPresent()
                || queries.first(queries.partition(attributes.indexPartition())).isEmpty();
    }

    /** Marks the site as being imported; returns false if it has items, or another file is being imported. */
    private boolean mark(String sum) {
        var marked = new HashMap<>(attributes.meta());
        marked.put(Attributes.IMPORTING, Attributes.text(sum));
        return table.call(client -> {
            try {
                client.putItem(put -> put.tableName(table.name())
                        .item(marked)
                        .conditionExpression("attribute_not_exists(#key) OR " + IS_MARKED)
                        .expressionAttributeNames(
                                Map.of("#key", Attributes.PARTITION_KEY, "#importing", Attributes.IMPORTING))
                        .expressionAttributeValues(Map.of(":sum", Attributes.text(sum))));
                return true;
            } catch (ConditionalCheckFailedException e) {
                return false;
            }
        });
    }

    /**
     * Replaces this import's mark with the site's {@code META} item from the file. If the answer is lost, the call is
     * repeated; the mark is gone then, and what others wrote since stays.
     */
    private void replaceMark(Map<String, AttributeValue> meta, String sum) {
        table.callWithRetries("ending the import into " + table.name(), client -> {
            try {
                return meta.isEmpty() ? delete(client, sum) : put(client, meta, sum);
            } catch (ConditionalCheckFailedException e) {
                if (e.item().containsKey(Attributes.IMPORTING)) {
                    throw inUse(e);
                }
                return e;
            }
        });
    }

    private Object put(DynamoDbClient client, Map<String, AttributeValue> meta, String sum) {
        return client.putItem(put -> put.tableName(table.name())
                .item(meta)
                .conditionExpression(IS_MARKED)
                .expressionAttributeNames(Map.of("#importing", Attributes.IMPORTING))
                .expressionAttributeValues(Map.of(":sum", Attributes.text(sum)))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    private Object delete(DynamoDbClient client, String sum) {
        return client.deleteItem(delete -> delete.tableName(table.name())
                .key(attributes.meta())
                .conditionExpression(IS_MARKED)
                .expressionAttributeNames(Map.of("#importing", Attributes.IMPORTING))
                .expressionAttributeValues(Map.of(":sum", Attributes.text(sum)))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    private WrongSettingException inUse(@Nullable Exception cause) {
        return new WrongSettingException(
                "the site"
                        + table.settings().siteId().map(id -> " '" + id + "'").orElse("") + " has items in table '"
                        + table.name()
                        + "', or another file is being imported into it: import into a <siteId> (pagetrack.siteId) or a"
                        + " <table> (pagetrack.table) that has no items.",
                cause);
    }
}
