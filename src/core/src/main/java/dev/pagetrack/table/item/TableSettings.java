package dev.pagetrack.table.item;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.WrongSettingException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a table, and the site whose items are read and written.
 *
 * @param name the table's name, 3 to 255 letters, digits, {@code _}, {@code -} and {@code .}, as DynamoDB allows
 * @param siteId the site, if one table serves several blogs; for the production layout of the series, the owner
 * @param layout the layout of the site's items; detected if it is empty
 */
public record TableSettings(String name, Optional<String> siteId, Optional<Layout> layout) {

    /** The table's name in the blog series that pagetrack comes from. */
    public static final String DEFAULT_NAME = "PageTrackTable";

    /**
     * Matches an owner, with which the keys of the series' own site begin. Almost any name is allowed, as we did not
     * make that table.
     */
    public static final String OWNER = "[^#\\p{Cntrl}]{1,64}";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{3,255}");
    private static final Pattern SITE_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** A site with one of these ids would share partitions with a site that has no id. */
    private static final Set<String> RESERVED = Set.of("INDEX", "MONTH", "OBJECT", "META");

    /** Creates settings whose layout is detected. */
    public TableSettings(String name, Optional<String> siteId) {
        this(name, siteId, Optional.empty());
    }

    public TableSettings {
        requireNonNull(siteId, "siteId");
        requireNonNull(layout, "layout");
        if (!NAME.matcher(name).matches()) {
            throw new WrongSettingException("<table> (pagetrack.table) is '" + name
                    + "': a table's name has 3 to 255 letters, digits, '_', '-' and '.'.");
        }
        siteId.ifPresent(id -> {
            boolean isOwnerOfTheSeries = layout.equals(Optional.of(Layout.PRODUCTION)) && id.matches(OWNER);
            if (!(isOwnerOfTheSeries || SITE_ID.matcher(id).matches()) || RESERVED.contains(id)) {
                throw new WrongSettingException("<siteId> (pagetrack.siteId) is '" + id
                        + "': a site id has 1 to 64 letters, digits, '_' and '-', and is none of"
                        + " INDEX, MONTH, OBJECT, META. The owner in a table of the series' own site may have other"
                        + " characters: for such a table, set <layout>production</layout> (pagetrack.layout).");
            }
        });
        if (siteId.isEmpty() && layout.equals(Optional.of(Layout.PRODUCTION))) {
            throw new WrongSettingException("<layout> (pagetrack.layout) is 'production', where every key begins with"
                    + " an owner: name it with <siteId> (pagetrack.siteId).");
        }
    }
}
