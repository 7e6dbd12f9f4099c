package dev.pagetrack.render.scan;

import dev.pagetrack.html.HtmlTokenizer;
import dev.pagetrack.html.HtmlTokenizer.Token;
import java.util.regex.Pattern;

/**
 * Recognizes pages whose scripts load the next page and swap only parts of this one. The address changes, but what is
 * not swapped stays, so its relative links then lead elsewhere.
 */
public final class SwappedPages {

    private static final Pattern SCRIPT =
            Pattern.compile("(?:.*[/._-])?(?:turbo|turbolinks|pjax|swup|barba)(?:[._@/-].*)?\\.m?js(?:[?#].*)?");

    private static final Pattern ATTRIBUTE = Pattern.compile("data-(?:turbo|turbolinks|pjax|swup|barba)(?:-.*)?");

    /** The feature of Material for MkDocs, in the JSON of its settings. */
    private static final String INSTANT = "\"navigation.instant\"";

    private SwappedPages() {}

    public static boolean isIn(byte[] html) {
        var tokens = new HtmlTokenizer(html);
        for (var token = tokens.next(); token != Token.END_OF_PAGE; token = tokens.next()) {
            if (token == Token.START_TAG && (isSwappingScript(tokens) || hasAttribute(tokens))) {
                return true;
            }
        }
        return RebuiltContainers.in(html).isPresent();
    }

    private static boolean isSwappingScript(HtmlTokenizer tag) {
        if (!tag.isNamed("script")) {
            return false;
        }
        int src = tag.attribute("src");
        if (src >= 0) {
            return SCRIPT.matcher(tag.attributeValue(src)).matches();
        }
        int id = tag.attribute("id");
        return id >= 0
                && tag.attributeValue(id).equals("__config")
                && tag.bytes(tag.end(), tag.endOfRawText()).contains(INSTANT);
    }

    /** Turbo and its like are told by attributes; {@code data-turbo="false"} turns it off. */
    private static boolean hasAttribute(HtmlTokenizer tag) {
        for (int i = 0; i < tag.attributeCount(); i++) {
            var name = tag.attributeName(i);
            boolean boosts = name.equals("hx-boost") || name.equals("data-hx-boost");
            if ((boosts || ATTRIBUTE.matcher(name).matches())
                    && !tag.attributeValue(i).equals("false")) {
                return true;
            }
        }
        return tag.isNamed("meta")
                && tag.attribute("name") >= 0
                && tag.attributeValue(tag.attribute("name")).equals("astro-view-transitions-enabled");
    }
}
