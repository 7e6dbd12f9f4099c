package dev.pagetrack.suspect;

/**
 * The browsers whose versions are known, with the first major version that could speak each protocol with CloudFront.
 * CloudFront speaks the final versions of HTTP/2, HTTP/3 and TLS 1.3, and not the drafts that came before.
 */
enum BrowserKind {
    /**
     * Chrome, and Edge and Opera with the same engine.
     *
     * @see <a href="https://blog.chromium.org/2015/02/hello-http2-goodbye-spdy.html">HTTP/2 since Chrome 40</a>
     * @see <a href="https://blog.chromium.org/2020/10/chrome-is-deploying-http3-and-ietf-quic.html">HTTP/3 since Chrome
     *     85</a>
     * @see <a href="https://www.chromium.org/Home/tls13">the final TLS 1.3 since Chrome 70</a>
     */
    CHROMIUM(40, 85, 70, 70),
    /**
     * Firefox.
     *
     * @see <a href="http://bitsup.blogspot.com/2015/02/http2-is-live-in-firefox.html">the final HTTP/2 since Firefox
     *     36</a>
     * @see <a href="https://hacks.mozilla.org/2021/04/quic-and-http-3-support-now-in-firefox-nightly-and-beta/">HTTP/3
     *     since Firefox 88</a>
     * @see <a href="https://blog.mozilla.org/security/2018/08/13/tls-1-3-published-in-firefox-today/">the final TLS 1.3
     *     since Firefox 63</a>
     */
    FIREFOX(36, 88, 63, 63),
    /**
     * Safari on macOS, and on iOS, where the version is that of the system. TLS 1.3 came with Safari 12.1.
     *
     * @see <a href="https://developer.apple.com/library/archive/releasenotes/General/WhatsNewInSafari/Articles/Safari_9.html">HTTP/2
     *     since Safari 9</a>
     * @see <a href="https://developer.apple.com/documentation/safari-release-notes/safari-14-release-notes">HTTP/3 since
     *     Safari 14, as an experiment</a>
     * @see <a href="https://support.apple.com/guide/security/tls-security-sec100a75d12/web">TLS 1.3 in Apple's
     *     systems</a>
     */
    SAFARI(9, 14, 12, 13),
    /**
     * Internet Explorer. Version 11 speaks HTTP/2, and on new systems TLS 1.3, but on old ones neither.
     *
     * @see <a href="https://learn.microsoft.com/en-us/iis/get-started/whats-new-in-iis-10/http2-on-iis">HTTP/2 in
     *     Windows 10</a>
     */
    INTERNET_EXPLORER(11, Integer.MAX_VALUE, 11, Integer.MAX_VALUE);

    private final int http2;
    private final int http3;
    private final int tls13;
    private final int modern;

    BrowserKind(int http2, int http3, int tls13, int modern) {
        this.http2 = http2;
        this.http3 = http3;
        this.tls13 = tls13;
        this.modern = modern;
    }

    int http2() {
        return http2;
    }

    int http3() {
        return http3;
    }

    int tls13() {
        return tls13;
    }

    /** The first version that speaks HTTP/2 on every system. It is years after the first that could. */
    int modern() {
        return modern;
    }
}
