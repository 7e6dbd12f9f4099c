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
 * Which views of one of the series' layouts are moved to a site of ours.
 *
 * @param from the partition that lists the pages of that layout: {@code INDEX}, or {@code Richard#INDEX}
 * @param cutover the UTC day from whose begin on views come from logs: older ones are moved, these are not
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

    /** What stands before the keys of the old layout. */
    Optional<String> owner() {
        var matcher = FROM.matcher(from);
        return matcher.matches() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
    }

    /**
     * Why it is too early to move: until the cut-over the series' function counts, and of what it counts after a move
     * nothing would arrive here.
     *
     * @return a sentence with the way out; empty once the cut-over has come
     */
    public Optional<String> tooEarly(Clock clock) {
        return clock.instant().getEpochSecond() >= cutoverSecond()
                ? Optional.empty()
                : Optional.of(
                        "<cutover> (pagetrack.cutover) is " + cutover + ", a day to come: until it begins, in UTC, the"
                                + " series' function counts, and what it counts after a move would stay behind. Move on that day or"
                                + " later, best a day after it, when late logs have come.");
    }

    long cutoverSecond() {
        return cutover.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }
}
