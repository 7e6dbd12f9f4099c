package dev.pagetrack.render.testing;

import java.util.List;

/** Texts that break out of HTML if they are not escaped. */
public final class HostileText {

    public static final List<String> ALL = List.of(
            "\"><script>alert(1)</script>",
            "'><img src=x onerror=alert(1)>",
            "\" onmouseover=\"alert(1)",
            "' onmouseover='alert(1)",
            "` onmouseover=`alert(1)",
            "javascript:alert(1)",
            "JavaScript&colon;alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "//evil.example/x",
            "\\\\evil.example\\x",
            "{{views}} {{{page.title}}} {{> views}}",
            "--> <script>alert(1)</script> <!--",
            "--!> <script>alert(1)</script>",
            "<!-- /pagetrack --><script>alert(1)</script>",
            "<!-- pagetrack views -->",
            "</title><script>alert(1)</script>",
            "</script><script>alert(1)</script>",
            "</svg></table></template></textarea></style><script>alert(1)</script>",
            "]]><script>alert(1)</script>",
            "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;");

    private HostileText() {}

    /** The text, escaped for an attribute's value in quotation marks. */
    public static String attribute(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;");
    }
}
