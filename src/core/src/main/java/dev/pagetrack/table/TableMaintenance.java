package dev.pagetrack.table;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.table.backup.BackupReport;
import dev.pagetrack.table.backup.SiteExport;
import dev.pagetrack.table.backup.SiteImport;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.rebuild.ExpiryReport;
import dev.pagetrack.table.rebuild.ExpiryUpdate;
import dev.pagetrack.table.rebuild.Rebuild;
import dev.pagetrack.table.rebuild.RebuildReport;
import dev.pagetrack.table.rebuild.RebuildSettings;
import dev.pagetrack.table.series.MigrationReport;
import dev.pagetrack.table.series.MigrationSettings;
import dev.pagetrack.table.series.SeriesMigration;
import dev.pagetrack.table.site.Meta;
import dev.pagetrack.table.site.MigrationState;
import dev.pagetrack.table.site.PendingRebuild;
import dev.pagetrack.table.site.Retention;
import dev.pagetrack.table.site.SiteLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is done to all items of a site at once, now and then. */
public final class TableMaintenance {

    private final PageTrackTable front;
    private final OpenTable table;
    private final SiteLayout layout;
    private final PendingRebuild pending;

    TableMaintenance(PageTrackTable front, OpenTable table, SiteLayout layout) {
        this.front = front;
        this.table = table;
        this.layout = layout;
        this.pending = new PendingRebuild(table);
    }

    /** Examines the table: what it is, what is wrong with it, and what to do. Reads all figures once. */
    public List<Finding> examine() {
        return new TableDoctor(front, new TableSetup(table), layout.finder()).examine();
    }

    /**
     * Has raw views kept for another time, those of the past included. It may be interrupted and called again.
     *
     * @param retention empty to keep them for ever; what has expired stays gone, and is not counted again
     */
    public ExpiryReport retain(Optional<Retention> retention, Clock clock) {
        layout.requireOwnLayout();
        new Meta(table).retain(retention, clock);
        return new ExpiryUpdate(table, retention).run();
    }

    /** The first UTC day whose raw views are all there, if older ones may have expired. */
    public Optional<LocalDate> firstWholeDay(Clock clock) {
        return new Meta(table).agreement().firstWholeDay(clock);
    }

    /** How long raw views are kept, if not for ever. */
    Optional<Retention> retention() {
        return new Meta(table).agreement().retention();
    }

    /** Whether figures may lack views until {@link #rebuild}, or a {@link #move} that was broken off, has run to its end. */
    public boolean isRebuildPending() {
        return pending.current() > 0 || moveUnderWay().isPresent();
    }

    /** From where views are being moved to this site, or were when that was broken off. */
    Optional<String> moveUnderWay() {
        return new MigrationState(table).unfinishedSource();
    }

    /**
     * Notes that raw views are written which the rollups do not count yet: to be called before the first and after the
     * last of them. It stays noted until a {@link #rebuild} that began after that comes to its end.
     */
    public void markRebuildPending() {
        pending.raise();
    }

    /**
     * Lists pages in {@code INDEX}, where {@link #rebuild} finds them; those that stand there stay as they are. To be
     * called before raw views are written that the rollups do not count yet.
     */
    public void listPages(Collection<String> pages) {
        pending.list(pages);
    }

    /**
     * Makes the rollups of all pages in {@code INDEX} say what the raw views say. Ingestion may go on meanwhile. Stopped
     * at any point, it leaves rollups that are right and some that are not yet, and running it again sets the rest.
     *
     * @throws TableException if the table cannot be used, or a page is counted so often that no moment is left to set it
     */
    public RebuildReport rebuild(RebuildSettings rebuild) {
        layout.requireOwnLayout();
        return new Rebuild(table, rebuild).run();
    }

    /**
     * Moves views from one of the series' layouts in this table to this site. The old items stay as they are; views that
     * were moved before are known again. What counters know beyond raw views counts once {@link #rebuild} has run.
     *
     * @throws TableException if the table cannot be used, or views could be counted twice
     */
    public MigrationReport move(MigrationSettings move) {
        return new SeriesMigration(table, layout, pending).run(move);
    }

    /**
     * Writes all items of the site into a file, whole or not at all.
     *
     * @throws IOException if the file cannot be written
     */
    public BackupReport exportTo(Path file) throws IOException {
        layout.requireExportable();
        return new SiteExport(table).write(file);
    }

    /**
     * Brings the site back from a file that {@link #exportTo} wrote, under this site id, which must have no items. Stopped
     * at any point, it leaves a site that nobody reads or counts into until the same file was imported to its end.
     *
     * @throws WrongSettingException if the file is not whole, or the site has items; then nothing is written
     * @throws IOException if the file cannot be read
     */
    public BackupReport importFrom(Path file) throws IOException {
        return new SiteImport(table).read(file);
    }
}
