package dev.pagetrack.table.backup;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Items;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Compares a site with a backup file. */
final class ImportedItems {

    private static final int BATCH = 100;

    private final Items items;
    private final Map<Map<String, AttributeValue>, Map<String, AttributeValue>> batch = new HashMap<>();
    private boolean differs;

    ImportedItems(Items items) {
        this.items = items;
    }

    /** Whether the table holds every item of the file, unchanged. After the first other item it reads nothing more. */
    boolean include(BackupFile file, ItemJson json) throws IOException {
        file.read((node, length) -> {
            if (!differs) {
                var item = json.item(node);
                batch.put(key(item), item);
                if (batch.size() == BATCH) {
                    compare();
                }
            }
        });
        compare();
        return !differs;
    }

    private void compare() {
        differs |= !items.get(batch.keySet(), true).equals(batch);
        batch.clear();
    }

    private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
        return Map.of(
                Attributes.PARTITION_KEY, item.get(Attributes.PARTITION_KEY),
                Attributes.SORT_KEY, item.get(Attributes.SORT_KEY));
    }
}
