package dev.pagetrack.table;

import dev.pagetrack.Sleeper;
import dev.pagetrack.WrongSettingException;
import dev.pagetrack.table.backup.BackupReport;
import dev.pagetrack.table.backup.SiteExport;
import dev.pagetrack.table.backup.SiteImport;
import dev.pagetrack.table.forget.Forget;
import dev.pagetrack.table.forget.ForgetReport;
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
import dev.pagetrack.table.site.ForgetRule;
import dev.pagetrack.table.site.ListedPages;
import dev.pagetrack.table.site.Meta;
import dev.pagetrack.table.site.MigrationState;
import dev.pagetrack.table.site.RebuildNote;
import dev.pagetrack.table.site.RebuildNotes;
import dev.pagetrack.table.site.Retention;
import dev.pagetrack.table.site.SiteLayout;
import dev.pagetrack.table.site.WriterNote;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The operations on all items of a site: rebuild, migration, retention and backup. */
public final class TableMaintenance {

    private final OpenTable table;
    private final SiteLayout layout;
    private final RebuildNotes notes;

    TableMaintenance(OpenTable table, SiteLayout layout) {
        this.table = table;
        this.layout = layout;
        this.notes = new RebuildNotes(table);
    }

    /**
     * Changes how long raw views are kept, also for raw views that exist already. It can be interrupted and called
     * again.
     *
     * @param retention empty to keep raw views for ever. Expired raw views do not come back, and their log records are
     *     not counted again
     */
    public ExpiryReport changeRetention(Optional<Retention> retention, Clock clock) {
        layout.requireOwnLayout();
        new Meta(table).retain(retention, clock);
        return new ExpiryUpdate(table, retention, clock).run();
    }

    /** The first UTC day that still has all its raw views; empty if none can have expired. */
    public Optional<LocalDate> firstWholeDay(Clock clock) {
        return new Meta(table).agreement().firstWholeDay(clock);
    }

    /** How long raw views are kept; empty if for ever. */
    Optional<Retention> retention() {
        return new Meta(table).agreement().retention();
    }

    /**
     * Whether views may be missing in the figures until {@link #rebuild}, or an interrupted {@link #migrate}, is
     * complete.
     */
    public boolean isRebuildPending() {
        return !openNotes().isEmpty() || unfinishedMigration().isPresent();
    }

    /** What is written and may not be counted yet: one note for each writer, and for each rebuild that is not complete. */
    public List<RebuildNote> openNotes() {
        return notes.open();
    }

    /**
     * The partition from which views are being migrated to this site; empty if no migration has begun, or if it is
     * complete.
     */
    Optional<String> unfinishedMigration() {
        return new MigrationState(table).unfinishedSource();
    }

    /**
     * Notes that raw views are in the table which the rollups may not count. The note stays until a {@link #rebuild}
     * that began after this call is complete.
     */
    public void markRebuildPending() {
        notes.raise();
    }

    /**
     * Notes that raw views will be written which the rollups do not count. The note stays until its writer has {@linkplain
     * WriterNote#end ended}, or has not renewed it for ten minutes, and a {@link #rebuild} that began after that is
     * complete.
     */
    public WriterNote beginUncounted() {
        return notes.begin();
    }

    /**
     * Adds pages to {@code INDEX}, where {@link #rebuild} finds them. Pages that are in it stay unchanged. Call it
     * before raw views are written that the rollups do not count yet.
     */
    public void addPages(Collection<String> pages) {
        new ListedPages(table).add(pages);
    }

    /**
     * Sets the rollups of all pages in {@code INDEX} to what the raw views add up to. Ingestion may run at the same
     * time. If it is stopped, some rollups are right and some are not yet; the next run sets the rest.
     *
     * @throws TableException if the table cannot be used, or if new views change a page's rollup before each attempt to
     *     set it
     */
    public RebuildReport rebuild(RebuildSettings settings) {
        layout.requireOwnLayout();
        return new Rebuild(table, settings).run();
    }

    /**
     * Finds out which views {@link #forget} would take out.
     *
     * @param clock decides which raw views may have expired
     */
    public ForgetReport planForget(ForgetRule rule, Clock clock) {
        return forget(rule, clock).plan();
    }

    /**
     * Takes views out again, and lets no ingestion count them any more. It can be stopped and run again.
     *
     * @param clock decides which raw views may have expired
     * @param sleeper waits until all running ingestions know that
     * @throws TableException if the table cannot be used, or if figures are not complete
     */
    public ForgetReport forget(ForgetRule rule, Clock clock, Sleeper sleeper) throws InterruptedException {
        layout.requireOwnLayout();
        return forget(rule, clock).run(sleeper);
    }

    private Forget forget(ForgetRule rule, Clock clock) {
        return new Forget(table, rule, new Meta(table).agreement().horizon(clock));
    }

    /**
     * Migrates views from one of the series' layouts in this table to this site. The old items stay as they are. Views
     * that were migrated before are recognised. Views that only counters know count once {@link #rebuild} has run.
     *
     * @throws TableException if the table cannot be used, or if views could be counted twice
     */
    public MigrationReport migrate(MigrationSettings settings) {
        return new SeriesMigration(table, layout, notes).run(settings);
    }

    /**
     * Writes all items of the site into a file. The file is complete, or it is not written at all.
     *
     * @throws IOException if the file cannot be written
     */
    public BackupReport exportTo(Path file) throws IOException {
        layout.requireExportable();
        return new SiteExport(table).write(file);
    }

    /**
     * Restores a site from a file that {@link #exportTo} wrote. The items get the site id of this table, which must
     * have none. If the import is stopped, the site can be neither read nor counted into until the same file is
     * imported again and that import is complete.
     *
     * @throws WrongSettingException if the file is not complete, or the site has items; then nothing is written
     * @throws IOException if the file cannot be read
     */
    public BackupReport importFrom(Path file) throws IOException {
        return new SiteImport(table).read(file);
    }
}
