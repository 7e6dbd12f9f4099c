package dev.pagetrack.log;

/**
 * The escape sequences of web servers and load balancers: {@code \x22} and the like for any byte, {@code \"} and {@code
 * \\}, and the letters that C uses for white space. A backslash before anything else was not escaped and is kept.
 *
 * @see <a href="https://httpd.apache.org/docs/2.4/mod/mod_log_config.html#format-notes">Apache: security
 *     considerations of log formats</a>
 * @see <a href="https://nginx.org/en/docs/http/ngx_http_log_module.html#log_format">nginx: log_format</a>
 */
final class HttpdEscapes {

    private static final String LETTERS = "bnrtv";
    private static final String MEANINGS = "\b\n\r\t\u000B";

    private HttpdEscapes() {}

    static int unescape(byte[] bytes, int from, int to) {
        int end = from;
        int at = from;
        while (at < to) {
            byte b = bytes[at++];
            if (b == '\\' && at < to) {
                int hex = bytes[at] == 'x' ? Unescaper.hex(bytes, at + 1, 2, to) : -1;
                int simple = simple(bytes[at]);
                if (hex >= 0) {
                    b = (byte) hex;
                    at += 3;
                } else if (simple >= 0) {
                    b = (byte) simple;
                    at++;
                }
            }
            bytes[end++] = b;
        }
        return end;
    }

    private static int simple(byte escaped) {
        int letter = LETTERS.indexOf(escaped);
        if (letter >= 0) {
            return MEANINGS.charAt(letter);
        }
        return escaped == '"' || escaped == '\\' ? escaped : -1;
    }

    /**
     * The index of the quote that closes a quoted field.
     *
     * @param from the index of the opening quote
     * @return {@code to} if there is no closing quote
     */
    static int closingQuote(byte[] bytes, int from, int to) {
        int i = from + 1;
        while (i < to && bytes[i] != '"') {
            i += bytes[i] == '\\' ? 2 : 1;
        }
        return Math.min(i, to);
    }
}
