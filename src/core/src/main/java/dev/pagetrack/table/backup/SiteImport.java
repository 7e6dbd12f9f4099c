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
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Restores a site from a backup file. It checks the complete file before it writes anything. While it writes, the site
 * is marked as being imported: nobody can read it or count into it. After an interruption, the import of the same file
 * can be run again.
 */
public final class SiteImport {

    private static final int BATCH = 1000;

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

    public BackupReport read(Path path) throws IOException {
        var file = new BackupFile(path);
        var json = new ItemJson(attributes.pagePartition(""));
        var sum = file.read(node -> requireSameNaming(path, json.item(node)));
        markImporting(sum);
        var batch = new ArrayList<Map<String, AttributeValue>>();
        var meta = new HashMap<String, AttributeValue>();
        var pages = new LongAdder();
        var count = new LongAdder();
        file.read(node -> {
            var item = json.item(node);
            count.increment();
            if (isMeta(item)) {
                meta.putAll(item);
                return;
            }
            if (Attributes.partition(item).equals(attributes.indexPartition())) {
                pages.increment();
            }
            batch.add(item);
            if (batch.size() == BATCH) {
                writer.put(batch);
                batch.clear();
            }
        });
        writer.put(batch);
        replaceMark(meta);
        return new BackupReport(pages.sum(), count.sum(), sum);
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

    private void markImporting(String sum) {
        if (queries.first(queries.partition(attributes.metaPartition())).isEmpty()
                && queries.first(queries.partition(attributes.indexPartition())).isPresent()) {
            throw inUse(null);
        }
        var marked = new HashMap<>(attributes.meta());
        marked.put(Attributes.IMPORTING, Attributes.text(sum));
        table.call(client -> {
            try {
                return client.putItem(put -> put.tableName(table.name())
                        .item(marked)
                        .conditionExpression("attribute_not_exists(#key) OR #importing = :sum")
                        .expressionAttributeNames(
                                Map.of("#key", Attributes.PARTITION_KEY, "#importing", Attributes.IMPORTING))
                        .expressionAttributeValues(Map.of(":sum", Attributes.text(sum))));
            } catch (ConditionalCheckFailedException e) {
                throw inUse(e);
            }
        });
    }

    /** Replaces the import mark with the site's {@code META} item from the file. */
    private void replaceMark(Map<String, AttributeValue> meta) {
        if (!meta.isEmpty()) {
            table.items().put(meta);
            return;
        }
        table.call(client ->
                client.deleteItem(delete -> delete.tableName(table.name()).key(attributes.meta())));
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
