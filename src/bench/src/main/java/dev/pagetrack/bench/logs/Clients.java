package dev.pagetrack.bench.logs;

import dev.pagetrack.bench.logs.Request.Client;
import java.util.ArrayList;
import java.util.List;

/** Generates readers and bots, with real user agents. */
final class Clients {

    private static final String WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) ";
    private static final String MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ";
    private static final String BLINK = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/#.0.0.0 ";
    private static final String WEBKIT = "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.# ";

    /** User agents of readers. {@code #} stands for a version. An agent that is listed twice is twice as frequent. */
    private static final List<String> BROWSERS = List.of(
            WINDOWS + BLINK + "Safari/537.36",
            WINDOWS + BLINK + "Safari/537.36",
            WINDOWS + BLINK + "Safari/537.36 Edg/#.0.0.0",
            WINDOWS.replace(") ", "; rv:#.0) ") + "Gecko/20100101 Firefox/#.0",
            MAC + BLINK + "Safari/537.36",
            MAC + WEBKIT + "Safari/605.1.15",
            "Mozilla/5.0 (X11; Linux x86_64; rv:#.0) Gecko/20100101 Firefox/#.0",
            "Mozilla/5.0 (Linux; Android 10; K) " + BLINK + "Mobile Safari/537.36",
            "Mozilla/5.0 (Linux; Android 10; K) " + BLINK + "Mobile Safari/537.36",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_# like Mac OS X) " + WEBKIT + "Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_# like Mac OS X) " + WEBKIT + "Mobile/15E148 Safari/604.1");

    private static final List<String> BOTS = List.of(
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
            "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
            "Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)",
            "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
            "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
            "curl/8.5.0",
            "python-requests/2.32.3",
            "");

    private static final List<String> EDGES = List.of(
            "FRA56-P2",
            "FRA60-P5",
            "IAD89-C1",
            "LHR61-P1",
            "CDG52-P4",
            "SFO53-P1",
            "NRT57-P3",
            "AMS58-P2",
            "SIN2-P1",
            "SYD62-P1",
            "GRU3-P2",
            "BOM78-P1",
            "ORD58-P8",
            "DFW57-P3",
            "ARN53-P1");

    private Clients() {}

    static List<Client> readers(int count, SeededRandom random) {
        var readers = new ArrayList<Client>(count);
        for (int i = 0; i < count; i++) {
            var template = random.element(BROWSERS);
            int version = template.contains("18") ? random.below(6) : 130 + random.below(12);
            var address = random.chance(0.12)
                    ? "2001:db8:%x:%x::%x"
                            .formatted(random.below(1 << 16), random.below(1 << 16), 1 + random.below(65_535))
                    : "%d.%d.%d.%d"
                            .formatted(11 + random.below(200), random.below(256), random.below(256), random.below(255));
            readers.add(new Client(
                    address,
                    template.replace("#", Integer.toString(version)),
                    random.element(EDGES),
                    random.chance(0.7) ? "HTTP/2.0" : "HTTP/3.0",
                    true));
        }
        return readers;
    }

    static List<Client> bots(int count, SeededRandom random) {
        var bots = new ArrayList<Client>(count);
        for (int i = 0; i < count; i++) {
            var address = "66.249.%d.%d".formatted(64 + random.below(32), 1 + random.below(254));
            bots.add(new Client(address, random.element(BOTS), random.element(EDGES), "HTTP/1.1", false));
        }
        return bots;
    }
}
