package dev.pagetrack.table.site;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.OpenTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The notes which say that rollups may lack raw views until a rebuild has finished. Each writer of uncounted raw views
 * has a note of its own, and so has each rebuild that sets rollups. So no process removes the note of another one that
 * is still writing.
 */
public final class RebuildNotes {

    private static final String MOVE = "move";

    private final OpenTable table;
    private final Attributes attributes;

    public RebuildNotes(OpenTable table) {
        this.table = table;
        this.attributes = table.attributes();
    }

    /** Returns the notes in the table, in no particular order. */
    public List<RebuildNote> open() {
        var notes = new ArrayList<RebuildNote>();
        var queries = table.queries();
        queries.items(
                queries.beginsWith(attributes.metaPartition(), Attributes.REBUILD_NOTE)
                        .consistentRead(true),
                item -> notes.add(note(item)));
        return notes;
    }

    /**
     * Raises a note for raw views or rollups whose last write lies before the next rebuild, whoever runs it: any rebuild
     * that begins from now on removes it.
     */
    public RebuildNote raise() {
        var now = now();
        return put(new RebuildNote(UUID.randomUUID().toString(), now, now, true));
    }

    /** Raises a note for a writer of raw views that nobody counts. */
    public WriterNote begin() {
        return begin(UUID.randomUUID().toString());
    }

    /**
     * Raises the note of a move of views. A move that is run again takes over the note of the one that was stopped,
     * because it does the same work.
     */
    public WriterNote beginMove() {
        return begin(MOVE);
    }

    private WriterNote begin(String id) {
        var now = now();
        return new WriterNote(this::put, this::now, put(new RebuildNote(id, now, now, false)));
    }

    /** Seconds, as the table stores them. */
    private Instant now() {
        return Instant.ofEpochSecond(table.clock().instant().getEpochSecond());
    }

    private RebuildNote put(RebuildNote note) {
        var item = new HashMap<>(attributes.rebuildNote(note.id()));
        item.put(Attributes.BEGAN, Attributes.number(note.began().getEpochSecond()));
        item.put(Attributes.RENEWED, Attributes.number(note.renewed().getEpochSecond()));
        if (note.ended()) {
            item.put(Attributes.ENDED, Attributes.number(1));
        }
        table.items().put(item);
        return note;
    }

    /**
     * Removes the notes that a finished rebuild covers.
     *
     * @param read the notes that were in the table when the rebuild began
     * @param began when the rebuild began
     */
    public void removeCovered(List<RebuildNote> read, Instant began) {
        read.stream().filter(note -> note.isCoveredBy(began)).forEach(this::remove);
    }

    /** Removes a note, unless its writer has changed it since it was read. */
    public void remove(RebuildNote note) {
        table.call(client -> {
            try {
                return client.deleteItem(delete -> delete.tableName(table.name())
                        .key(attributes.rebuildNote(note.id()))
                        .conditionExpression("#renewed = :renewed")
                        .expressionAttributeNames(Map.of("#renewed", Attributes.RENEWED))
                        .expressionAttributeValues(Map.of(
                                ":renewed", Attributes.number(note.renewed().getEpochSecond()))));
            } catch (ConditionalCheckFailedException e) {
                return null;
            }
        });
    }

    private static RebuildNote note(Map<String, AttributeValue> item) {
        return new RebuildNote(
                Attributes.sortKey(item).substring(Attributes.REBUILD_NOTE.length()),
                Instant.ofEpochSecond(Attributes.number(item, Attributes.BEGAN)),
                Instant.ofEpochSecond(Attributes.number(item, Attributes.RENEWED)),
                item.containsKey(Attributes.ENDED));
    }
}
