import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Updates spam-referrers.txt from Matomo's list.
 *
 * <pre> git clone https://github.com/matomo-org/referrer-spam-list.git java src/main/scripts/UpdateSpamReferrers.java
 * referrer-spam-list/spammers.txt $(git -C referrer-spam-list log -1 --format=%cs) </pre>
 *
 * Run it in the folder of the module. The list is in the public domain (CC0-1.0, according to its composer.json). Our
 * own part at the end of spam-referrers.txt stays unchanged. The script stops at a line that is not a host, because
 * then the format of the list has changed.
 */
final class UpdateSpamReferrers {

    private static final Path FILE = Path.of("src/main/resources/dev/pagetrack/view/spam-referrers.txt");
    private static final String OWN = "# ---- our own hosts: written by hand, kept by the script ----\n";
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

    private static final String HEAD = """
            # Hosts that send themselves as referrers to appear in statistics, read by SpamReferrers: one per line; a line
            # includes all subdomains.
            #
            # The script src/main/scripts/UpdateSpamReferrers.java generates the first part from Matomo's list,
            # https://github.com/matomo-org/referrer-spam-list (public domain, CC0-1.0), as of %s.
            # The second part is our own. The last line shows that the file is complete.

            # ---- from Matomo ----
            """;

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException(
                    "Name the file and its date: java src/main/scripts/UpdateSpamReferrers.java <spammers.txt> <yyyy-mm-dd>");
        }
        var own = Files.readString(FILE).split(OWN, 2)[1];
        var hosts = hosts(Path.of(args[0]));
        Files.writeString(FILE, HEAD.formatted(args[1]) + String.join("\n", hosts) + "\n\n" + OWN + own);
        System.out.println(hosts.size() + " hosts");
    }

    private static TreeSet<String> hosts(Path list) throws IOException {
        var hosts = new TreeSet<String>();
        for (var line : Files.readAllLines(list)) {
            var host = line.strip().toLowerCase(Locale.ROOT);
            if (!host.isEmpty() && !HOST.matcher(host).matches()) {
                throw new IllegalArgumentException(list + " holds '" + line + "', which is not a host");
            }
            if (!host.isEmpty()) {
                hosts.add(host);
            }
        }
        // A subdomain of another host in the list is redundant.
        hosts.removeIf(host -> isSubdomain(host, hosts));
        return hosts;
    }

    private static boolean isSubdomain(String host, TreeSet<String> hosts) {
        for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
            if (hosts.contains(host.substring(dot + 1))) {
                return true;
            }
        }
        return false;
    }
}
