package dev.pagetrack.view;

import java.util.ArrayList;
import java.util.List;

/**
 * The family of a browser. It is coarse, so that it reveals nothing about the person who uses the browser. The labels
 * are stored in the table, so they must never change.
 *
 * <p>User agents also name the ancestors of a browser ("Mozilla … Chrome … Safari … Edg"). Therefore the order of the
 * constants matters: the first family with a matching name wins, and families with unambiguous names come first. Brave
 * and Vivaldi present themselves as Chrome or Safari and count as such.
 */
public enum BrowserFamily {
    /**
     * A web view inside another program: social networks, messengers, search apps, desktop programs.
     * ("barcelona" is Threads, "gsa" is Google's app.)
     */
    IN_APP(
            "In-app",
            "electron/|fban/|fbav/|fb_iab|metaiab|instagram |barcelona |micromessenger/| line/|"
                    + "kakaotalk|naver(|musical_ly|trill_|bytedancewebview|tiktok|snapchat/|pinterest/|twitter for |"
                    + "linkedinapp|reddit/|telegram-| viber|gsa/|baiduboxapp|weibo|alipayclient|dingtalk| qq/"),
    /** Browsers with few users, and browsers that belong to none of the families below. */
    OTHER(
            "Other",
            "ucbrowser/|ucweb/|miuibrowser/|huaweibrowser/|vivobrowser/|heytapbrowser/|qqbrowser/|"
                    + "sogoumobilebrowser/|metasr |maxthon|whale/|puffin/|silk/|duckduckgo/|ddg/|"
                    + "coc_coc_browser/|palemoon/|konqueror/"),
    /** Opera, Opera Mini and Opera GX on any system. */
    OPERA("Opera", "opr/|opera|opios/| opt/| opx/"),
    /** Edge with any engine. */
    EDGE("Edge", "edg/|edga/|edgios/|edge/"),
    SAMSUNG_INTERNET("Samsung Internet", "samsungbrowser/"),
    YANDEX("Yandex", "yabrowser/|yowser/"),
    /** Firefox, Firefox Focus and other browsers with the Gecko engine. */
    FIREFOX("Firefox", "firefox/|fxios/|focus/|klar/|seamonkey/|iceweasel/"),
    INTERNET_EXPLORER("Internet Explorer", "msie |trident/"),
    /** Chrome, Chromium, and browsers based on them that give no other name. */
    CHROME("Chrome", "chrome/|chromium/|crios/"),
    /** Safari on macOS, iOS and, long ago, Windows. */
    SAFARI("Safari", "safari/");

    private static final BrowserFamily[] FAMILIES = values();

    private final String label;
    /** The names of the family in user agents, in lower case, separated by bars. */
    private final String names;

    BrowserFamily(String label, String names) {
        this.label = label;
        this.names = names;
    }

    /** The name that is stored and shown. */
    public String label() {
        return label;
    }

    /** The family of the browser with the user agent {@code bytes[from, to)}, which must be percent-decoded. */
    public static BrowserFamily of(byte[] bytes, int from, int to) {
        int named = Names.in(bytes, from, to);
        for (int i = 0; i < FAMILIES.length; i++) {
            if ((named & (1 << i)) != 0) {
                return refined(FAMILIES[i], named);
            }
        }
        return Names.all(Names.WEBKIT | Names.APPLE, named) ? IN_APP : OTHER;
    }

    private static BrowserFamily refined(BrowserFamily family, int named) {
        return switch (family) {
            case CHROME -> Names.all(Names.WEB_VIEW, named) ? IN_APP : CHROME;
            case SAFARI -> Names.all(Names.APPLE, named) ? SAFARI : OTHER;
            default -> family;
        };
    }

    /** Finds all names in one pass. A set of families is a bit set in an int. */
    private static final class Names {
        /**
         * Systems with Safari. Elsewhere, "Safari/" alone means the old Android browser, a Nokia browser or GNOME Web.
         */
        static final int APPLE = 1 << FAMILIES.length;
        /** On Apple's systems, WebKit without "Safari/" means a web view. */
        static final int WEBKIT = APPLE << 1;
        /** A web view of Android. */
        static final int WEB_VIEW = WEBKIT << 1;

        private static final List<String> WORDS = new ArrayList<>();
        private static final List<Integer> SETS = new ArrayList<>();

        static {
            for (int i = 0; i < FAMILIES.length; i++) {
                for (var name : FAMILIES[i].names.split("\\|", -1)) {
                    add(name, 1 << i);
                }
            }
            add("mac os x", APPLE);
            add("macintosh", APPLE);
            add("windows nt", APPLE);
            add("applewebkit/", WEBKIT);
            add("; wv)", WEB_VIEW);
        }

        private static final LiteralAutomaton AUTOMATON = LiteralAutomaton.of(WORDS);
        private static final int[] SET_OF_STATE = setOfState();

        private static void add(String word, int set) {
            WORDS.add(word);
            SETS.add(set);
        }

        private static int[] setOfState() {
            var sets = new int[AUTOMATON.states()];
            for (int state = 0; state < sets.length; state++) {
                int word = AUTOMATON.firstFound(state);
                for (; word != LiteralAutomaton.NONE; word = AUTOMATON.nextFound(word)) {
                    sets[state] |= SETS.get(word);
                }
            }
            return sets;
        }

        static boolean all(int wanted, int set) {
            return (set & wanted) == wanted;
        }

        static int in(byte[] bytes, int from, int to) {
            int state = 0;
            int set = 0;
            for (int at = from; at < to; at++) {
                state = AUTOMATON.next(state, bytes[at]);
                set |= SET_OF_STATE[state];
            }
            return set;
        }
    }
}
