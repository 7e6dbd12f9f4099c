package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudFrontJsonLogFormatTest {

    private static final String TIME = "\"date\":\"2026-05-03\",\"time\":\"12:17:39\",";

    @Test
    void readsLinesThatCloudFrontWrote() throws IOException {
        assertThat(TestLogs.read(
                        TestLogs.of("log", Corpus.JSON.get(0)),
                        Field.ADDRESS,
                        Field.METHOD,
                        Field.HOST,
                        Field.PATH,
                        Field.STATUS,
                        Field.USER_AGENT,
                        Field.EDGE_RESULT,
                        Field.REQUEST_ID,
                        Field.CONTENT_TYPE,
                        Field.COUNTRY))
                .containsExactly(
                        "cloudfront-json",
                        "1 1775307473 192.0.2.24 GET www.example.com /feed.xml 304 Feedly/1.0 Hit Vqk== ? US");
    }

    @Test
    void readsNumbersAndIgnoresUnknownKeys() throws IOException {
        var log = TestLogs.of(
                "log",
                "{\"timestamp(ms)\": 1777810659123, \"new\": null, \"x\": true, \"y\": -1.5E+3, \"sc-status\": 200, \"cs-uri-stem\": \"/a/?q\"}");
        assertThat(TestLogs.read(log, Field.STATUS, Field.PATH))
                .containsExactly("cloudfront-json", "1 1777810659 200 /a/");
    }

    @Test
    void readsLinesWithDifferentKeys() throws IOException {
        var log = TestLogs.of(
                "log",
                "{" + TIME + "\"cs-uri-stem\":\"/a/\",\"sc-status\":200}",
                "{\"sc-status\":\"304\"," + TIME + "\"cs-uri-stem\":\"/b/\"}",
                "{" + TIME + "\"cs-uri-stem\":null,\"sc-status\":\"-\"}");
        assertThat(TestLogs.read(log, Field.PATH, Field.STATUS))
                .containsExactly("cloudfront-json", "1 1777810659 /a/ 200", "2 1777810659 /b/ 304", "3 1777810659 ? ?");
    }

    @Test
    void unescapesStrings() throws IOException {
        var log = TestLogs.of(
                "log",
                "{" + TIME + "\"cs-uri-stem\":\"\\/caf\\u00e9\\ud83d\\ude00/\",\"cs(User-Agent)\":\"\\\"M\\\\\\t\\\"\","
                        + "\"sc-status\":200}");
        var path = new String("/café😀/".getBytes(UTF_8), ISO_8859_1);
        assertThat(TestLogs.read(log, Field.PATH, Field.USER_AGENT, Field.STATUS))
                .containsExactly("cloudfront-json", "1 1777810659 " + path + " \"M\\\t\" 200");
    }

    /** Programs that transport logs add such values; CloudFront's fields stay in the outer object. */
    @Test
    void passesOverObjectsAndArraysThatOthersAdded() throws IOException {
        var log = TestLogs.of(
                "log",
                "{\"meta\":{\"a\":[1,{\"b\":null}],\"cs-uri-stem\":\"/x/\"}," + TIME + "\"cs-uri-stem\":\"/a/\"}",
                "{" + TIME + "\"cs-uri-stem\":\"/b/\",\"tags\":[ ],\"labels\":{ }}",
                "{" + TIME + "\"cs-uri-stem\":\"/c/\",\"x\":[1,]}",
                "{" + TIME + "\"cs-uri-stem\":\"/d/\",\"x\":{\"a\"}}",
                "{" + TIME + "\"cs-uri-stem\":\"/e/\",\"x\":" + "[".repeat(50_000) + "}");
        assertThat(TestLogs.read(log, Field.PATH))
                .containsExactly(
                        "cloudfront-json",
                        "1 1777810659 /a/",
                        "2 1777810659 /b/",
                        "3 malformed",
                        "4 malformed",
                        "5 malformed");
    }

    @Test
    void readsALogInWhichTwoObjectsHaveLostTheirLineFeed() throws IOException {
        var line = "{" + TIME + "\"cs-uri-stem\":\"/a/\"}";
        assertThat(TestLogs.read(TestLogs.of("log", line + line, line, line), Field.PATH))
                .containsExactly("cloudfront-json", "1 malformed", "2 1777810659 /a/", "3 1777810659 /a/");
    }

    /** Otherwise all but the last of these objects would be malformed lines. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{}~n]",
                "[~n{},~n{},~n{}~n]",
                "[{},~n{},~n{}]",
                "{},~n{},~n{}",
                "{}{}{}",
                "{} {}~n{}{}~n{}",
                "{~n}",
                "[~n  {~n  },~n  {~n  }~n]",
            })
    void refusesALogWithoutOneObjectInEachLine(String layout) {
        var fields = TIME + "\"cs-uri-stem\":\"/a/\"";
        var text = layout.replace("{~n", "{\n" + fields.replace(",", ",\n")).replace("{}", "{" + fields + "}");
        assertThatThrownBy(() -> TestLogs.read(
                        TestLogs.of("log", text.replace("~n", "\n").getBytes(UTF_8))))
                .isInstanceOf(UnreadableLogException.class)
                .hasMessage("log has the fields of a CloudFront log in JSON, but not one object in each line, which"
                        + " pagetrack does not read. Write each object into a line of its own, as jq -c . does, or jq -c"
                        + " '.[]' if they are in an array.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"{\\\"cs-uri-stem\\\":\\\"/a/\\\"}\"}",
                "{\"message\":{\"cs-uri-stem\":\"/a/\"}}",
                "{\"message\":{\"cs-uri-stem\":\"/a/\"}}{\"message\":{}}~n{\"message\":{}}",
            })
    void refusesALogWhoseFieldsAreInAnotherObject(String text) {
        assertThatThrownBy(() -> TestLogs.read(
                        TestLogs.of("log", text.replace("~n", "\n").getBytes(UTF_8))))
                .isInstanceOf(UnreadableLogException.class)
                .hasMessageContaining("Its objects have message. A CloudFront log in JSON has cs-uri-stem");
    }

    @Test
    void rejectsLinesThatAreNotFlatObjects() throws IOException {
        var whole = "{" + TIME + "\"cs-uri-stem\":\"/a/\"}";
        var log = TestLogs.of(
                "log",
                whole,
                whole.substring(0, whole.length() - 1),
                whole + ",",
                "[" + whole + "]",
                whole.replace("\"/a/\"", "{}"),
                whole.replace("\"/a/\"", "01"),
                whole.replace("/a/", "\\x"),
                whole.replace("/a/", "\\ud83d"),
                whole.replace("/a/", "\u0001"),
                "{}");
        assertThat(TestLogs.read(log))
                .hasSize(11)
                .startsWith("cloudfront-json", "1 1777810659", "2 malformed")
                .filteredOn(line -> line.endsWith("malformed"))
                .hasSize(9);
    }
}
