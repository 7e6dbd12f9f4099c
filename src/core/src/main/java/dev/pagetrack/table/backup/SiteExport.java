package dev.pagetrack.table.backup;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Backoff;
import dev.pagetrack.table.item.Items;
import dev.pagetrack.table.item.Months;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.Queries;
import dev.pagetrack.table.item.TableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Writes all items of a site into a file, in a fixed order: {@code OBJECT}, then for each page its {@code INDEX} item,
 * its months and its raw views, and {@code META} in the end. The table is not scanned: {@code META} names the sources of
 * log objects, {@code INDEX} names the pages, and the first and last view of a page determine its months.
 *
 * <p>Ingestion may run at the same time. The {@code OBJECT} items are read first, so the file contains the views of
 * each log object that it marks as done. A page that is counted while it is read is read again. The notes of writers of
 * uncounted raw views are read last: the file holds the note of each writer that began meanwhile. If a rebuild has
 * finished meanwhile, the file may hold the raw views and not yet the rollups, so the whole site is read again.
 */
public final class SiteExport {

    private final Attributes attributes;
    private final Queries queries;
    private final Items items;
    private final Backoff backoff;
    private final ItemJson json;

    public SiteExport(OpenTable table) {
        this.attributes = table.attributes();
        this.queries = table.queries();
        this.items = table.items();
        this.backoff = table.backoff();
        this.json = new ItemJson(attributes.pagePartition(""));
    }

    /**
     * Writes the file. The file is complete, or it is not written at all.
     *
     * @throws TableException if the site has no items but the file exists: it may be a backup with items
     */
    public BackupReport write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            BackupReport report;
            try (var out = FileChannel.open(unfinished, CREATE, TRUNCATE_EXISTING, WRITE)) {
                report = write(out);
            }
            if (report.items() == 0 && Files.exists(file)) {
                throw new TableException("this site has no items, so " + file + " was not replaced: check <siteId>"
                        + " (pagetrack.siteId) and <table> (pagetrack.table). To replace the file with an empty backup,"
                        + " delete it first.");
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return report;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private BackupReport write(FileChannel out) throws IOException {
        var report = new ArrayList<BackupReport>(1);
        backoff.until("exporting the site", "rebuilds change it at the same time.", attempt -> {
            write(new BackupLines(out)).ifPresent(report::add);
            return !report.isEmpty();
        });
        return report.get(0);
    }

    /** Writes the site from the beginning; empty if a rebuild has changed it meanwhile. */
    private Optional<BackupReport> write(BackupLines lines) throws IOException {
        var before = meta();
        var objects = lines.member();
        for (var source : Attributes.sources(before)) {
            queries.items(consistent(attributes.objectPartition(source)), item -> objects.line(json.text(item)));
        }
        objects.commit();
        var pages = new ArrayList<String>();
        queries.items(consistent(attributes.indexPartition()), item -> pages.add(Attributes.sortKey(item)));
        for (var page : pages) {
            writePage(page, lines);
        }
        var after = meta();
        if (rebuilds(after) != rebuilds(before)) {
            return Optional.empty();
        }
        var settings = lines.member();
        after.forEach(item -> settings.line(json.text(item)));
        settings.commit();
        return Optional.of(new BackupReport(pages.size(), lines.items(), lines.end()));
    }

    private List<Map<String, AttributeValue>> meta() {
        var meta = new ArrayList<Map<String, AttributeValue>>();
        queries.items(consistent(attributes.metaPartition()), meta::add);
        return meta;
    }

    private static long rebuilds(List<Map<String, AttributeValue>> meta) {
        return meta.stream()
                .mapToLong(item -> Attributes.number(item, Attributes.REBUILDS))
                .sum();
    }

    private void writePage(String page, BackupLines lines) throws IOException {
        backoff.until("exporting " + page, "it is being counted at the same time.", attempt -> isWritten(page, lines));
    }

    /** Writes a page; returns false if the page was counted at the same time. */
    private boolean isWritten(String page, BackupLines lines) throws IOException {
        var index = read(List.of(attributes.index(page)));
        var member = lines.member();
        Stream.concat(index.stream(), read(months(page, index)).stream()).forEach(item -> member.line(json.text(item)));
        queries.items(consistent(attributes.pagePartition(page)), item -> member.line(json.text(item)));
        boolean unchanged = read(List.of(attributes.index(page))).equals(index);
        if (unchanged) {
            member.commit();
        }
        return unchanged;
    }

    private List<Map<String, AttributeValue>> months(String page, List<Map<String, AttributeValue>> index) {
        return index.stream()
                .filter(item -> item.containsKey(Attributes.FIRST))
                .flatMap(
                        item -> Months.between(
                                Attributes.number(item, Attributes.FIRST), Attributes.number(item, Attributes.LAST))
                                .stream())
                .map(month -> attributes.month(month, page))
                .toList();
    }

    /** The items that exist, in the order of their keys. */
    private List<Map<String, AttributeValue>> read(List<Map<String, AttributeValue>> keys) {
        var found = items.get(keys, true);
        return keys.stream().filter(found::containsKey).map(found::get).toList();
    }

    private QueryRequest.Builder consistent(String partition) {
        return queries.partition(partition).consistentRead(true);
    }
}
