package dev.pagetrack.render.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsMetaTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <meta name=robots content=noindex>                                          | true
            <META NAME=Robots CONTENT='nofollow, NoIndex'>                              | true
            <meta name=robots content=none>                                             | true
            <meta name=robots content='no&#105;ndex'>                                   | true
            <meta name='rob&#111;ts' content=noindex>                                   | true
            <p>a<meta name=robots content=noindex>                                      | true
            <p>a<meta name=robots content='&#x6e;oindex'>                               | true
            <title>A</title><noscript><img></noscript><meta name=robots content=noindex> | true
            <template><p></template><meta name=robots content=noindex>                  | true
            <meta name=robots content=index>                                            | false
            <meta name=robots content=noindexing>                                       | false
            <meta name=googlebot content=noindex>                                       | false
            <title><meta name=robots content=noindex></title>                           | false
            <!-- <meta name=robots content=noindex> -->                                 | false
            <p>a<template><meta name=robots content=noindex></template>                 | false
            <template><meta name=robots content=noindex></template>                     | false
            <p>a<pre>&lt;meta name=robots content=noindex></pre>                        | false
            """)
    void readsWhetherThePageIsToBeListed(String html, boolean noindex) {
        assertThat(RobotsMeta.isNoindex(html.getBytes(UTF_8))).isEqualTo(noindex);
    }
}
