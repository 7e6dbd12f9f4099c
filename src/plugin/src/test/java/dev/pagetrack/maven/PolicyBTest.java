package dev.pagetrack.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a dry run says about faked browsers, and about a second view policy. */
@MojoParameter(name = "logs", value = "one.log")
@MojoParameter(name = "dryRun", value = "true")
class PolicyBTest extends GoalTest {

    private static final String[] LOG = {
        "#Fields: date time cs-method cs-uri-stem sc-status cs(User-Agent) asn",
        line("/a/", "3320"),
        line("/a/", "16509"),
        line("/b/", "64500"),
        line("/drafts/x/", "3320"),
        line("/drafts/y/", "16509")
    };

    @Override
    TestBuild newBuild() {
        return TestBuild.of(folder);
    }

    @BeforeEach
    void writeLog() throws IOException {
        Files.writeString(folder.resolve("one.log"), String.join("\n", LOG) + "\n");
    }

    @Test
    @InjectMojo(goal = "ingest")
    @MojoParameter(name = "excludes", value = "drafts/**")
    void eachRuleIsReportedAlthoughNoneRejects(IngestMojo mojo) throws Exception {
        mojo.execute();
        assertThat(build().log().lines())
                .containsExactly(
                        "info Dry run, nothing is written: 1 log object, 5 lines, 3 counted, 2 rejected.",
                        "info Rejected: 2 excluded (an excluded page), first in line 5 of " + logFile(),
                        "info Counted, but suspected: 1 hosting (an address of a hosting network), first in line 3 of "
                                + logFile(),
                        "info Counted: 2 a/",
                        "info Counted: 1 b/",
                        "info All pages: " + folder.resolve("target/pagetrack-dry-run.json"));
    }

    @Test
    @InjectMojo(goal = "ingest")
    @MojoParameter(name = "suspects", value = "http1, hosting")
    @MojoParameter(name = "hostingNetworks", value = "AS64500")
    void aRuleThatIsSwitchedOnRejects(IngestMojo mojo) throws Exception {
        mojo.execute();
        assertThat(build().log().lines())
                .startsWith(
                        "info Dry run, nothing is written: 1 log object, 5 lines, 2 counted, 3 rejected.",
                        "info Rejected: 3 hosting (an address of a hosting network), first in line 3 of " + logFile());
    }

    @Test
    @InjectMojo(goal = "ingest")
    @MojoParameter(name = "excludes", value = "drafts/**")
    @MojoParameter(name = "policyB", value = """
                    excludes=
                    suspects = hosting
                    hostingNetworks = more.txt
                    """)
    void aSecondPolicyIsComparedLineByLine(IngestMojo mojo) throws Exception {
        Files.writeString(folder.resolve("more.txt"), "64500 ours\n");
        mojo.execute();
        assertThat(build().log().lines())
                .contains(
                        "info Policy B counts 2 lines, policy A 3: 2 are counted by A only, 1 by B only, 0 for another"
                                + " page, and 1 are rejected for another reason.",
                        "info Counted by A only: 2, by B hosting (an address of a hosting network), first in line 3 of "
                                + logFile(),
                        "info Counted by B only: 1, by A excluded (an excluded page), first in line 5 of " + logFile(),
                        "info Rejected for another reason: 1, by A excluded (an excluded page), by B hosting (an address"
                                + " of a hosting network), first in line 6 of " + logFile(),
                        "info Counted differently: 2 by A, 1 by B a/",
                        "info Counted differently: 1 by A, 0 by B b/",
                        "info Counted differently: 0 by A, 1 by B drafts/x/");
        assertThat(Files.readString(folder.resolve("target/pagetrack-dry-run.json")))
                .contains("\"policyB\"");
    }

    @Test
    @InjectMojo(goal = "ingest")
    @MojoParameter(name = "policyB", value = "b.properties")
    void aSecondPolicyMayBeAFile(IngestMojo mojo) throws Exception {
        Files.writeString(folder.resolve("b.properties"), "# B\nincludes=a/,b/\nmergeSlashes=true\n");
        mojo.execute();
        assertThat(build().log().lines())
                .contains(
                        "info Policy B counts 3 lines, policy A 5: 2 are counted by A only, 0 by B only, 0 for another"
                                + " page, and 0 are rejected for another reason.");
    }

    @Test
    void mistakesInTheSecondPolicyAreNamed(
            @InjectMojo(goal = "ingest") @MojoParameter(name = "policyB", value = "exclude=a") IngestMojo unknown,
            @InjectMojo(goal = "ingest") @MojoParameter(name = "policyB", value = "b.properties") IngestMojo noFile,
            @InjectMojo(goal = "ingest") @MojoParameter(name = "policyB", value = "hosts=\\u12x") IngestMojo noText,
            @InjectMojo(goal = "ingest") @MojoParameter(name = "policyB", value = "suspects=bots") IngestMojo noRule,
            @InjectMojo(goal = "ingest") @MojoParameter(name = "policyB", value = "mergeSlashes=yes")
                    IngestMojo noFlag) {
        refuses(
                unknown,
                "<policyB> (pagetrack.policyB) sets 'exclude', which is not part of the view policy. It can set hosts,"
                        + " includes, excludes, pages, mergeSlashes, ignoreAddresses, suspects, hostingNetworks, cutover.");
        refuses(
                noFile,
                "<policyB> (pagetrack.policyB) is 'b.properties', which is not a file: write the name of a file of"
                        + " properties, or the properties themselves, such as suspects=hosting,http1.");
        refuses(noText, "<policyB> (pagetrack.policyB) cannot be read as properties: Malformed \\uxxxx encoding.");
        refuses(
                noRule,
                "In <policyB> (pagetrack.policyB): <suspects> (pagetrack.suspects) holds 'bots', which is not a rule:"
                        + " write some of hosting, http1, outdated, contradiction.");
        refuses(
                noFlag,
                "In <policyB> (pagetrack.policyB): <mergeSlashes> (pagetrack.mergeSlashes) is 'yes': write true or"
                        + " false.");
    }

    @Test
    @InjectMojo(goal = "ingest")
    @MojoParameter(name = "dryRun", value = "false")
    @MojoParameter(name = "embedded", value = "true")
    @MojoParameter(name = "policyB", value = "suspects=hosting")
    void aSecondPolicyWithoutADryRunIsIgnoredWithAWarning(IngestMojo mojo) throws Exception {
        mojo.execute();
        assertThat(build().log().lines())
                .contains(
                        "warn <policyB> (pagetrack.policyB) has no effect: it is compared in a dry run only"
                                + " (-Dpagetrack.dryRun).",
                        "info Counted, but suspected: 2 hosting (an address of a hosting network), first in line 3 of "
                                + logFile());
    }

    private String logFile() {
        return folder.resolve("one.log").toString();
    }

    private static String line(String path, String asn) {
        return String.join("\t", "2026-05-03", "12:17:39", "GET", path, "200", "Mozilla/5.0%20Firefox/122.0", asn);
    }

    private static void refuses(IngestMojo mojo, String message) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(message);
    }
}
