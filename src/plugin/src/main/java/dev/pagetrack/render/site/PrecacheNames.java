package dev.pagetrack.render.site;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Recognizes files that may list pages with hashes, by their names: the scripts of service workers, the lists that
 * Workbox 3 kept beside them ({@code precache-manifest.<hash>.js}), and that of Angular ({@code ngsw.json}).
 */
final class PrecacheNames {

    private static final Pattern NAME = Pattern.compile(
            "(?:.*[-._])?(?:sw|service[-_]?worker)(?:[-._].*)?\\.m?js|precache-manifest\\..*\\.?js|ngsw\\.json");

    private PrecacheNames() {}

    static boolean isPrecache(String fileName) {
        return (fileName.endsWith("js") || fileName.endsWith(".json"))
                && NAME.matcher(fileName.toLowerCase(Locale.ROOT)).matches();
    }
}
