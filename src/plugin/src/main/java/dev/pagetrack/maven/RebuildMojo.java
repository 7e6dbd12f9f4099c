package dev.pagetrack.maven;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.table.MoveSettings;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.RebuildSettings;
import java.time.Clock;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes the figures of all pages and months say what the table's single views say, while ingestion may go on. With
 * {@code moveFrom} it first moves the views of a table of the blog series to this site.
 *
 * <p>It can be stopped at any time: run it again, and it does the rest. Before it writes, it says what it will change;
 * afterwards it looks whether all is right.
 */
@Mojo(name = "rebuild", requiresProject = false, threadSafe = true)
public class RebuildMojo extends AbstractTableMojo {

    /** Only says what would change, by page and month, each difference looked at twice. */
    @Parameter(property = "pagetrack.dryRun", defaultValue = "false")
    private boolean dryRun;

    /**
     * The partition that lists the pages of a layout of the blog series in this table: {@code INDEX}, or one like
     * {@code Richard#INDEX}. Its views before {@code cutover} are copied to {@code siteId}; they stay where they are, too.
     */
    @Parameter(property = "pagetrack.moveFrom")
    private String moveFrom;

    /**
     * The UTC day, such as {@code 2026-12-01}, from whose begin on the site's views come from logs. Once it has come, older
     * ones are moved with {@code moveFrom}. It needs {@code moveFrom}.
     */
    @Parameter(property = "pagetrack.cutover")
    private String cutover;

    @Override
    TableTask task() {
        var day = ParameterValues.day("cutover", cutover);
        if (moveFrom != null && day.isEmpty()) {
            throw new WrongSettingException("<moveFrom> (pagetrack.moveFrom) is '" + moveFrom
                    + "', but <cutover> (pagetrack.cutover) is missing: the day from which views come from logs.");
        }
        var move = Optional.ofNullable(moveFrom).map(from -> new MoveSettings(from, day.orElseThrow(), dryRun));
        move.flatMap(settings -> settings.tooEarly(Clock.systemUTC())).ifPresent(this::refuseUnlessDryRun);
        return access -> run(access.table(), move);
    }

    /** A dry run may look ahead. */
    private void refuseUnlessDryRun(String reason) {
        if (!dryRun) {
            throw new WrongSettingException(reason);
        }
        getLog().warn(reason);
    }

    private void run(PageTrackTable table, Optional<MoveSettings> move) {
        move.ifPresent(settings ->
                RebuildMessages.moved(table.upkeep().move(settings), dryRun).forEach(getLog()::info));
        var planned = table.upkeep().rebuild(settings(table, true));
        RebuildMessages.plan(planned).forEach(getLog()::info);
        if (!dryRun && !(planned.changes().isEmpty() && !table.upkeep().isRebuildPending())) {
            RebuildMessages.done(
                            table.upkeep().rebuild(settings(table, false)),
                            table.upkeep().rebuild(settings(table, true)))
                    .forEach(getLog()::info);
        }
    }

    private static RebuildSettings settings(PageTrackTable table, boolean dryRun) {
        return new RebuildSettings(dryRun, table.upkeep().firstWholeDay(Clock.systemUTC()));
    }
}
