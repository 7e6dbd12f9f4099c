package dev.pagetrack.maven;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.rebuild.RebuildSettings;
import dev.pagetrack.table.series.MigrationSettings;
import dev.pagetrack.table.site.RebuildNote;
import java.time.Clock;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Recounts the table's raw views, and corrects the totals and months of all pages. Ingestion may run at the same time.
 * With {@code moveFrom} it first moves the views of a table of the blog series to this site.
 *
 * <p>It can be stopped at any time; run it again to continue. Before it writes, it reports what it will change;
 * afterwards it checks the result.
 */
@Mojo(name = "rebuild", requiresProject = false, threadSafe = true)
public class RebuildMojo extends AbstractTableMojo {

    /** Only reports what would change, by page and month. Each difference is checked twice. */
    @Parameter(property = "pagetrack.dryRun", defaultValue = "false")
    private boolean dryRun;

    /**
     * The partition of this table that lists the pages of the blog series' layout: {@code INDEX}, or one like
     * {@code Richard#INDEX}. Its views before {@code cutover} are copied to {@code siteId}; the originals are kept.
     */
    @Parameter(property = "pagetrack.moveFrom")
    private @Nullable String moveFrom;

    /**
     * The first UTC day, such as {@code 2026-12-01}, whose views come from logs. From that day on, {@code moveFrom} can
     * move the older views. It requires {@code moveFrom}.
     */
    @Parameter(property = "pagetrack.cutover")
    private @Nullable String cutover;

    @Override
    TableTask task() {
        var day = ParameterValues.day("cutover", cutover);
        if (moveFrom != null && day.isEmpty()) {
            throw new WrongSettingException("<moveFrom> (pagetrack.moveFrom) is '" + moveFrom
                    + "', but <cutover> (pagetrack.cutover) is missing: the day from which views come from logs.");
        }
        var move = Optional.ofNullable(moveFrom).map(from -> new MigrationSettings(from, day.orElseThrow(), dryRun));
        move.flatMap(settings -> settings.tooEarly(Clock.systemUTC())).ifPresent(this::refuseUnlessDryRun);
        return access -> run(access.table(), move);
    }

    /** Before the cut-over, only a dry run is allowed. */
    private void refuseUnlessDryRun(String reason) {
        if (!dryRun) {
            throw new WrongSettingException(reason);
        }
        getLog().warn(reason);
    }

    private void run(PageTrackTable table, Optional<MigrationSettings> move) {
        move.ifPresent(settings -> RebuildMessages.moved(table.maintenance().migrate(settings), dryRun)
                .forEach(getLog()::info));
        var planned = table.maintenance().rebuild(settings(table, true));
        RebuildMessages.plan(planned).forEach(getLog()::info);
        if (!dryRun && !(planned.changes().isEmpty() && !table.maintenance().isRebuildPending())) {
            RebuildMessages.done(
                            table.maintenance().rebuild(settings(table, false)),
                            table.maintenance().rebuild(settings(table, true)))
                    .forEach(getLog()::info);
            table.maintenance().openNotes().forEach(this::warnOfWriter);
        }
    }

    private void warnOfWriter(RebuildNote note) {
        getLog().warn("A bulk ingestion or a move, last running at " + note.renewed()
                + ", may still write views that are"
                + " not counted. It counts them at its end. If it is not running any more, run this goal again after "
                + note.renewed().plus(RebuildNote.LIFE) + ".");
    }

    private static RebuildSettings settings(PageTrackTable table, boolean dryRun) {
        return new RebuildSettings(dryRun, table.maintenance().firstWholeDay(Clock.systemUTC()));
    }
}
