package dev.pagetrack.table.series;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.table.item.TableSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which views of one of the series' layouts are migrated to a site in pagetrack's layout.
 *
 * @param from the partition that lists the pages of the old layout: {@code INDEX}, or one like {@code Richard#INDEX}
 * @param cutover the UTC day from whose beginning on views come from logs; only older views are migrated
 * @param dryRun only find out what would change
 */
public record MigrationSettings(String from, LocalDate cutover, boolean dryRun) {

    private static final Pattern FROM = Pattern.compile("(?:(" + TableSettings.OWNER + ")#)?INDEX");

    public MigrationSettings {
        requireNonNull(cutover, "cutover");
        if (!FROM.matcher(from).matches()) {
            throw new WrongSettingException("<moveFrom> (pagetrack.moveFrom) is '" + from
                    + "': name the partition that lists the pages of the old layout, INDEX or one like Richard#INDEX.");
        }
    }

    /** The owner at the beginning of all keys of the old layout; empty if there is none. */
    Optional<String> owner() {
        var matcher = FROM.matcher(from);
        return matcher.matches() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
    }

    /**
     * Whether it is too early to migrate. The series' function counts until the cut-over, and views that it counts
     * after the migration would be missing here.
     *
     * @return a message that says why and what to do; empty if the cut-over has passed
     */
    public Optional<String> tooEarly(Clock clock) {
        return clock.instant().getEpochSecond() >= cutoverSecond()
                ? Optional.empty()
                : Optional.of(
                        "<cutover> (pagetrack.cutover) is " + cutover + ", a day in the future: until it begins, in"
                                + " UTC, the series' function counts, and views that it counts after the move would"
                                + " not be moved. Move on that day or later. The day after it is best, when late logs"
                                + " have arrived.");
    }

    long cutoverSecond() {
        return cutover.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }
}
