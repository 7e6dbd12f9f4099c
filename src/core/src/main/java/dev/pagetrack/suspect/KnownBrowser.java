package dev.pagetrack.suspect;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A browser with its version, from a user agent that has exactly the form in which this browser sends it. Browsers that
 * add a name of their own are not known: many of them keep the agent of an old browser, and speak newer protocols.
 *
 * @param version the major version; on iOS that of the system, which decides what all browsers there can do
 */
record KnownBrowser(BrowserKind kind, int version) {

    private static final int MAX_DIGITS = 4;

    private static final String VERSION = "([0-9]{1," + MAX_DIGITS + "})[0-9.]*";
    private static final String WEBKIT = "\\) AppleWebKit/[0-9.]+ \\(KHTML, like Gecko\\) ";

    private static final Pattern CHROMIUM = Pattern.compile("Mozilla/5\\.0 \\([^)]*" + WEBKIT + "Chrome/" + VERSION
            + " (?:Mobile )?Safari/[0-9.]+(?: (?:Edg|EdgA|OPR)/[0-9.]+)?");
    private static final Pattern FIREFOX =
            Pattern.compile("Mozilla/5\\.0 \\([^)]*\\) Gecko/[0-9.]+ Firefox/" + VERSION);
    private static final Pattern MAC =
            Pattern.compile("Mozilla/5\\.0 \\(Macintosh; [^)]*" + WEBKIT + "Version/" + VERSION + " Safari/[0-9.]+");
    private static final Pattern IOS = Pattern.compile("Mozilla/5\\.0 \\((?:iPhone|iPad|iPod[^;]*); CPU (?:iPhone )?OS "
            + "([0-9]{1,4})_[0-9_]+ like Mac OS X" + WEBKIT + "Version/[0-9.]+ Mobile/[0-9A-Za-z]+ Safari/[0-9.]+");
    private static final Pattern EXPLORER =
            Pattern.compile("Mozilla/[45]\\.0 \\(compatible; MSIE ([0-9]{1,2})\\.[0-9]+; Windows [^)]*\\)");
    private static final Pattern TRIDENT = Pattern.compile("Trident/([0-9]{1,2})\\.");

    /** In compatibility view, only the engine tells the version of Internet Explorer: Trident 4.0 is version 8. */
    private static final int EXPLORER_OF_TRIDENT = 4;

    /** The browser of a user agent; empty if the agent is not one of those that the browsers themselves send. */
    static Optional<KnownBrowser> of(String agent) {
        if (agent.contains(" MSIE ")) {
            return explorer(agent);
        }
        // A web view has the network of the program around it, which may be newer than the web view itself.
        if (agent.contains(" Chrome/")) {
            return agent.contains("; wv)") ? Optional.empty() : find(BrowserKind.CHROMIUM, CHROMIUM, agent);
        }
        if (agent.contains(" Firefox/")) {
            return find(BrowserKind.FIREFOX, FIREFOX, agent);
        }
        return find(BrowserKind.SAFARI, agent.contains(" Mobile/") ? IOS : MAC, agent);
    }

    private static Optional<KnownBrowser> explorer(String agent) {
        var browser = find(BrowserKind.INTERNET_EXPLORER, EXPLORER, agent);
        var trident = TRIDENT.matcher(agent);
        return trident.find()
                ? browser.map(
                        known -> new KnownBrowser(known.kind, Integer.parseInt(trident.group(1)) + EXPLORER_OF_TRIDENT))
                : browser;
    }

    private static Optional<KnownBrowser> find(BrowserKind kind, Pattern pattern, String agent) {
        var matcher = pattern.matcher(agent);
        return matcher.matches()
                ? Optional.of(new KnownBrowser(kind, Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }
}
