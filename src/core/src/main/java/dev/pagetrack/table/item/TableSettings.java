package dev.pagetrack.table.item;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.WrongSettingException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which table, and whose items in it.
 *
 * @param name the table's name, 3 to 255 letters, digits, {@code _}, {@code -} and {@code .}, as DynamoDB allows
 * @param siteId the owner whose items they are, if one table serves many blogs
 * @param layout how they lie there; found out if it is left out
 */
public record TableSettings(String name, Optional<String> siteId, Optional<Layout> layout) {

    /** The name of the blog series that pagetrack comes from. */
    public static final String DEFAULT_NAME = "PageTrackTable";

    /** Who owns items of the series' own site, and stands before their keys: any name, for that table was not made by us. */
    public static final String OWNER = "[^#\\p{Cntrl}]{1,64}";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{3,255}");
    private static final Pattern SITE_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** A site of this id would share partitions with one that has none. */
    private static final Set<String> RESERVED = Set.of("INDEX", "MONTH", "OBJECT", "META");

    /** With the layout that is found. */
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
            boolean ownerOfTheSeries = layout.equals(Optional.of(Layout.PRODUCTION)) && id.matches(OWNER);
            if (!(ownerOfTheSeries || SITE_ID.matcher(id).matches()) || RESERVED.contains(id)) {
                throw new WrongSettingException("<siteId> (pagetrack.siteId) is '" + id
                        + "': a site id has 1 to 64 letters, digits, '_' and '-', and is none of"
                        + " INDEX, MONTH, OBJECT, META. If it is the owner in a table of the series' own site, which may have"
                        + " other characters, say so with <layout>production</layout> (pagetrack.layout).");
            }
        });
        if (siteId.isEmpty() && layout.equals(Optional.of(Layout.PRODUCTION))) {
            throw new WrongSettingException("<layout> (pagetrack.layout) is 'production', where an owner stands before"
                    + " every key: name it with <siteId> (pagetrack.siteId).");
        }
    }
}
