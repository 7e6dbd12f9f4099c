package dev.pagetrack.suspect;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises user agents that contradict themselves: no browser has ever sent them, so someone invented them. Only what
 * can be proved; an agent that is merely rare is none.
 */
final class Contradictions {

    private static final List<String> WINDOWS = List.of("Windows NT ");
    private static final List<String> MAC = List.of("Macintosh;");
    private static final List<String> IOS = List.of("iPhone;", "iPad;", "iPod;");
    private static final List<String> ANDROID = List.of("Android ");
    private static final List<String> LINUX = List.of("X11;", "Linux x86_64", "Linux i686");

    private static final Pattern FIREFOX = Pattern.compile(
            "Mozilla/5\\.0 \\([^)]*; rv:([0-9]{1,4})\\.[0-9.]+\\) Gecko/[0-9.]+ Firefox/([0-9]{1,4})\\.[0-9.]+");
    private static final Pattern EXPLORER = Pattern.compile(
            "Mozilla/4\\.0 \\(compatible; MSIE ([67])\\.[0-9]+; Windows NT ([0-9]{1,2})\\.([0-9])[^)]*\\)");
    private static final Pattern SAFARI_ON_WINDOWS = Pattern.compile("Mozilla/5\\.0 \\(Windows NT [^)]*\\)"
            + " AppleWebKit/[0-9.]+ \\(KHTML, like Gecko\\) Version/([0-9]{1,4})[0-9.]* Safari/[0-9.]+");

    /** Earlier versions of Firefox had another number for the engine: Firefox 3.6 was {@code rv:1.9.2}. */
    private static final int FIREFOX_IS_ENGINE = 5;

    private static final int FROZEN_ENGINE = 109;
    private static final int FIRST_FROZEN = 110;
    private static final int LAST_FROZEN = 119;
    private static final int LAST_SAFARI_ON_WINDOWS = 5;

    private Contradictions() {}

    /** Whether a user agent contradicts itself. */
    static boolean in(String agent) {
        return agent.startsWith("Mozilla/")
                && (hasTwoSystems(agent)
                        || hasOtherEngine(agent)
                        || isChromeWithoutWebKit(agent)
                        || isTooOldForWindows(agent)
                        || isSafariOnWindows(agent));
    }

    /** Two systems in the first comment. Windows Phone 8.1 also named Android and the iPhone, to get mobile pages. */
    private static boolean hasTwoSystems(String agent) {
        int from = agent.indexOf('(');
        int to = agent.indexOf(')', from + 1);
        if (from < 0 || to < 0) {
            return false;
        }
        var comment = agent.substring(from + 1, to);
        long systems = Stream.of(WINDOWS, MAC, IOS, ANDROID)
                .filter(names -> names.stream().anyMatch(comment::contains))
                .count();
        boolean linux = LINUX.stream().anyMatch(comment::contains);
        boolean excludesLinux =
                Stream.of(WINDOWS, IOS).anyMatch(names -> names.stream().anyMatch(comment::contains));
        return !comment.contains("Windows Phone") && (systems > 1 || (linux && excludesLinux));
    }

    /**
     * Since Firefox 5 the engine has the number of Firefox, but for those of 2023.
     *
     * @see <a href="https://bugzilla.mozilla.org/show_bug.cgi?id=1805967">Why it was 109 in Firefox 110 to 119</a>
     */
    private static boolean hasOtherEngine(String agent) {
        var matcher = FIREFOX.matcher(agent);
        if (!matcher.matches()) {
            return false;
        }
        int engine = Integer.parseInt(matcher.group(1));
        int version = Integer.parseInt(matcher.group(2));
        boolean frozen = engine == FROZEN_ENGINE && version >= FIRST_FROZEN && version <= LAST_FROZEN;
        return version >= FIREFOX_IS_ENGINE && engine != version && !frozen;
    }

    /** Every Chrome names the engine from which its own comes. */
    private static boolean isChromeWithoutWebKit(String agent) {
        return agent.contains(" Chrome/") && !agent.contains("AppleWebKit/");
    }

    /**
     * Windows Vista (6.0) came with Internet Explorer 7, Windows 7 (6.1) with 8. Later versions of Internet Explorer
     * name their engine, Trident, also when they claim to be an older one.
     *
     * @see <a href="https://learn.microsoft.com/en-us/previous-versions/windows/internet-explorer/ie-developer/compatibility/ms537503(v=vs.85)">Understanding
     *     User-Agent Strings</a>
     */
    private static boolean isTooOldForWindows(String agent) {
        var matcher = EXPLORER.matcher(agent);
        if (!matcher.matches() || agent.contains("Trident/")) {
            return false;
        }
        int windows = Integer.parseInt(matcher.group(2)) * 10 + Integer.parseInt(matcher.group(3));
        return windows >= (matcher.group(1).equals("6") ? 60 : 61);
    }

    /** The last Safari for Windows was 5.1.7. */
    private static boolean isSafariOnWindows(String agent) {
        var matcher = SAFARI_ON_WINDOWS.matcher(agent);
        return matcher.matches() && Integer.parseInt(matcher.group(1)) > LAST_SAFARI_ON_WINDOWS;
    }
}
