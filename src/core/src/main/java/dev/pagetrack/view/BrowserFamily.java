package dev.pagetrack.view;

import java.util.ArrayList;
import java.util.List;

/**
 * What kind of browser a person used, coarse enough to tell nothing about the person. The labels are stored in the table:
 * they never change.
 *
 * <p>Browsers name their ancestors too ("Mozilla … Chrome … Safari … Edg"), so the families are asked in the order in
 * which they stand here: the name that only one of them gives comes first. Brave and Vivaldi present themselves as
 * Chrome or Safari, and count as that.
 */
public enum BrowserFamily {
    /**
     * A web view inside another program: social networks, messengers, search apps, desktop programs.
     * ("barcelona" is Threads, "gsa" Google's app.)
     */
    IN_APP(
            "In-app",
            "electron/|fban/|fbav/|fb_iab|metaiab|instagram |barcelona |micromessenger/| line/|"
                    + "kakaotalk|naver(|musical_ly|trill_|bytedancewebview|tiktok|snapchat/|pinterest/|twitter for |"
                    + "linkedinapp|reddit/|telegram-| viber|gsa/|baiduboxapp|weibo|alipayclient|dingtalk| qq/"),
    /** Browsers with few users, or none of the below. */
    OTHER(
            "Other",
            "ucbrowser/|ucweb/|miuibrowser/|huaweibrowser/|vivobrowser/|heytapbrowser/|qqbrowser/|"
                    + "sogoumobilebrowser/|metasr |maxthon|whale/|puffin/|silk/|duckduckgo/|ddg/|"
                    + "coc_coc_browser/|palemoon/|konqueror/"),
    /** Opera, Opera Mini, Opera GX, on any system. */
    OPERA("Opera", "opr/|opera|opios/| opt/| opx/"),
    /** Edge, on any engine. */
    EDGE("Edge", "edg/|edga/|edgios/|edge/"),
    SAMSUNG_INTERNET("Samsung Internet", "samsungbrowser/"),
    YANDEX("Yandex", "yabrowser/|yowser/"),
    /** Firefox, Firefox Focus and what is built from Gecko. */
    FIREFOX("Firefox", "firefox/|fxios/|focus/|klar/|seamonkey/|iceweasel/"),
    INTERNET_EXPLORER("Internet Explorer", "msie |trident/"),
    /** Chrome, Chromium and the browsers that say no other name. */
    CHROME("Chrome", "chrome/|chromium/|crios/"),
    /** Safari of macOS, iOS and, long ago, Windows. */
    SAFARI("Safari", "safari/");

    private static final BrowserFamily[] FAMILIES = values();

    private final String label;
    /** In lower case, separated by bars. */
    private final String names;

    BrowserFamily(String label, String names) {
        this.label = label;
        this.names = names;
    }

    /** The name to store and to show. */
    public String label() {
        return label;
    }

    /** The family of the browser with the user agent {@code bytes[from, to)}, percent-decoded. */
    public static BrowserFamily of(byte[] bytes, int from, int to) {
        int named = Names.in(bytes, from, to);
        for (int i = 0; i < FAMILIES.length; i++) {
            if ((named & (1 << i)) != 0) {
                return sorted(FAMILIES[i], named);
            }
        }
        return Names.all(Names.WEBKIT | Names.APPLE, named) ? IN_APP : OTHER;
    }

    private static BrowserFamily sorted(BrowserFamily family, int named) {
        return switch (family) {
            case CHROME -> Names.all(Names.WEB_VIEW, named) ? IN_APP : CHROME;
            case SAFARI -> Names.all(Names.APPLE, named) ? SAFARI : OTHER;
            default -> family;
        };
    }

    /** Finds all names in one pass; a set of families is the bits of an int. */
    private static final class Names {
        /** Where Safari runs or ran; elsewhere, "Safari/" alone is Android's first browser, Nokia's, or GNOME Web. */
        static final int APPLE = 1 << FAMILIES.length;
        /** Without "Safari/", the web view of Apple's systems. */
        static final int WEBKIT = APPLE << 1;
        /** The web view of Android. */
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
