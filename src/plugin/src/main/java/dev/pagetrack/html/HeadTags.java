package dev.pagetrack.html;

import dev.pagetrack.html.HtmlTokenizer.Token;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the start tags in the head of a page, as a browser that runs scripts reads it (HTML standard, 13.2.6.4.4 to
 * 13.2.6.4.6): a {@code noscript} in the head is text, and text or any other element ends the head. The tags of the
 * head itself may be missing.
 */
public final class HeadTags {

    private final byte[] html;
    private final HtmlTokenizer tokens;

    /** Where the text before the next token begins. */
    private int textStart;

    /** Where the end tag of the head begins; behind the page if there is none before the next token. */
    private int closedAt = Integer.MAX_VALUE;

    /** Whether the head ended at the start tag of {@code body} or {@code frameset}. */
    private boolean endsAtPageTag;

    /** How many {@code template} elements are open. */
    private int templates;

    /** Where the last {@code template} or {@code noscript} begins. */
    private int skippedFrom;

    /** Where it ends. */
    private int skippedUntil;

    public HeadTags(byte[] html) {
        this.html = html;
        this.tokens = new HtmlTokenizer(html);
        this.textStart = ByteSearch.startsWith(html, 0, "\u00EF\u00BB\u00BF") ? 3 : 0;
    }

    /**
     * Moves to the next start tag of an element in the head, without those inside a {@code template} or
     * {@code noscript}. Returns false where the head ends.
     */
    public boolean next() {
        while (true) {
            var token = tokens.next();
            int text = templates > 0 ? -1 : text(token == Token.END_OF_PAGE ? html.length : tokens.start());
            if (text >= 0) {
                textStart = text;
                return false;
            }
            textStart = tokens.start();
            if (token == Token.END_OF_PAGE || endsHead(token)) {
                return false;
            }
            boolean found = token == Token.START_TAG && templates <= 1 && isElement();
            textStart = tokens.endOfRawText();
            if (found) {
                return true;
            }
        }
    }

    /** The tag that {@link #next} found. */
    public HtmlTokenizer tag() {
        return tokens;
    }

    /** Where the head ends, if {@link #next} returned false: at the tag or the text that begins the body. */
    public int end() {
        return textStart;
    }

    /** The page with blanks in place of each {@code noscript}'s content in its head; itself if there is none. */
    public static byte[] withoutNoscripts(byte[] html) {
        var blank = html;
        var tags = new HeadTags(html);
        while (tags.next()) {
            if (tags.tag().isNamed("noscript")) {
                blank = blank == html ? html.clone() : blank;
                Arrays.fill(blank, tags.tag().end(), tags.skippedUntil, (byte) ' ');
            }
        }
        return blank;
    }

    /**
     * What contains a part of a page in its head; empty if the part is behind the head.
     *
     * @param from where the part begins
     * @param to where it ends
     */
    public static Optional<Container> containerOf(byte[] html, int from, int to) {
        var tags = new HeadTags(html);
        while (tags.next() && tags.tag().start() < from) {
            if (tags.tag().isNamed("noscript") && from < tags.skippedUntil) {
                return Optional.of(Container.HEAD_NOSCRIPT);
            }
        }
        if (tags.skippedFrom < from && from < tags.skippedUntil) {
            return Optional.of(Container.FLOW); // a template
        }
        if (from > tags.end()) {
            return Optional.empty();
        }
        if (tags.closedAt < from) {
            return Optional.of(Container.OUTSIDE);
        }
        return Optional.of(at(html, to));
    }

    /**
     * What contains a place in the head, by what follows: {@link Container#FLOW} if the head ends there in any case,
     * because the page has no tags that say otherwise.
     */
    private static Container at(byte[] html, int place) {
        if (ByteSearch.startsWithName(html, ByteSearch.skipSpace(html, place), "<!doctype")) {
            return Container.OUTSIDE;
        }
        var tags = new HeadTags(html);
        tags.tokens.continueAt(place);
        tags.textStart = place;
        if (tags.next()) {
            return tags.tokens.isNamed("html") || tags.tokens.isNamed("head") ? Container.OUTSIDE : Container.HEAD;
        }
        return tags.isClosed() || tags.endsAtPageTag ? Container.HEAD : Container.FLOW;
    }

    private boolean isClosed() {
        return closedAt < html.length;
    }

    /** Records a tag. Returns whether the body begins there. */
    private boolean endsHead(Token token) {
        if (token == Token.COMMENT) {
            return false;
        }
        boolean starts = token == Token.START_TAG;
        if (tokens.isNamed("template")) {
            skippedFrom = starts && templates == 0 ? tokens.start() : skippedFrom;
            templates = starts ? templates + 1 : Math.max(0, templates - 1);
            skippedUntil = starts ? html.length : tokens.start();
            return false;
        }
        if (templates > 0) {
            return false;
        }
        endsAtPageTag = starts && (tokens.isNamed("body") || tokens.isNamed("frameset"));
        if (starts) {
            return !ElementRules.mayStandInHead(tokens.name()) || (isClosed() && tokens.isNamed("noscript"));
        }
        closedAt = tokens.isNamed("head") ? Math.min(closedAt, tokens.start()) : closedAt;
        return tokens.isNamed("body") || tokens.isNamed("html") || tokens.isNamed("br");
    }

    /** Whether the start tag is that of an element in the head. The text of a {@code noscript} is skipped. */
    private boolean isElement() {
        if (tokens.isNamed("noscript") && templates == 0) {
            skippedFrom = tokens.start();
            skippedUntil = RawText.endTag(html, "noscript", tokens.end());
            tokens.continueAt(skippedUntil);
        }
        return templates == 0 || tokens.isNamed("template");
    }

    /** The first text in the head that is no white space, before this index; -1 if there is none. */
    private int text(int to) {
        int i = ByteSearch.skipSpace(html, textStart);
        while (i < to) {
            if (html[i] != '<') {
                return i;
            }
            i = ByteSearch.skipSpace(html, ByteSearch.indexOf(html, '>', i) + 1); // a doctype or the like
        }
        return -1;
    }
}
