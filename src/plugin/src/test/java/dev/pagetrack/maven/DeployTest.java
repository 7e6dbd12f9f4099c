package dev.pagetrack.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.deploy.AwsStub;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.codehaus.plexus.component.repository.ComponentDependency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The goals deploy and undeploy against a stub of AWS that checks each signature. */
@MojoParameter(name = "region", value = "eu-central-1")
@MojoParameter(name = "serverId", value = "aws")
class DeployTest extends GoalTest {

    @Override
    TestBuild newBuild() {
        return TestBuild.of(folder).server("aws", AwsStub.KEY.id(), AwsStub.KEY.secret());
    }

    private static final List<String> MANY_NETWORKS =
            IntStream.range(0, 80).mapToObj(i -> "AS" + (64500 + i)).toList();

    @Test
    @InjectMojo(goal = "deploy")
    @MojoParameter(name = "logBucket", value = "logs")
    @MojoParameter(name = "siteId", value = "Richard")
    @MojoParameter(name = "logPrefix", value = "cloudfront/")
    @MojoParameter(name = "hosts", value = "blog.example.com, www.example.com")
    @MojoParameter(name = "corsOrigins", value = "https://b.example.com,https://a.example.com")
    void theParametersReachTheStack(DeployMojo mojo) throws Exception {
        try (var aws = new AwsStub().readyForFirstDeployment()) {
            deploysTo(aws, mojo);
            set(mojo, "stackParameters", Map.of("MaximumConcurrency", "5"));
            set(mojo, "cutover", "2026-12-01");
            set(mojo, "seriesApi", true);
            mojo.execute();
            assertThat(aws.parameters())
                    .containsAllEntriesOf(Map.of("Cutover", "2026-12-01", "SeriesApi", "true"))
                    .containsAllEntriesOf(Map.of(
                            "LogBucket", "logs",
                            "CreateLogBucket", "false",
                            "LogPrefix", "cloudfront/",
                            "Table", "PageTrackTable",
                            "SiteId", "Richard",
                            "Hosts", "blog.example.com,www.example.com",
                            "CorsOrigins", "https://a.example.com,https://b.example.com",
                            "MaximumConcurrency", "5"))
                    .containsKeys("FunctionBucket", "FunctionKey", "Revision", "CreateTable")
                    .hasSize(15);
        }
        assertThat(build().log().lines()).contains("info     <siteId>Richard</siteId>");
    }

    @Test
    @InjectMojo(goal = "deploy")
    @MojoParameter(name = "logBucket", value = "logs")
    @MojoParameter(name = "dryRun", value = "true")
    void aDryRunCreatesNothing(DeployMojo mojo) throws Exception {
        try (var aws = new AwsStub().readyForFirstDeployment()) {
            deploysTo(aws, mojo);
            mojo.execute();
            assertThat(aws.calls()).doesNotContain("ExecuteChangeSet").noneMatch(name -> name.startsWith("PUT"));
        }
    }

    @Test
    @InjectMojo(goal = "deploy")
    @MojoParameter(name = "logBucket", value = "logs")
    void wrongParametersAreFoundBeforeTheFirstCall(DeployMojo mojo) throws Exception {
        try (var aws = new AwsStub().readyForFirstDeployment()) {
            deploysTo(aws, mojo);
            refuses(mojo, "logBucket", null, "logs", "<logBucket> (pagetrack.logBucket) is missing: name the bucket");
            refuses(mojo, "ignoreAddresses", List.of("192.0.2.0/99"), List.of(), "192.0.2.0/99");
            refuses(mojo, "suspects", List.of("bots"), List.of(), "<suspects>", "'bots'", "contradiction");
            refuses(mojo, "hostingNetworks", List.of("none.txt"), List.of(), "<hostingNetworks>", "'none.txt'");
            refuses(mojo, "hostingNetworks", MANY_NETWORKS, List.of(), "names 80 networks, 479 characters", "400");
            refuses(mojo, "corsOrigins", List.of("blog.example.com"), List.of(), "blog.example.com", "corsOrigins");
            refuses(mojo, "cutover", "tomorrow", null, "<cutover>", "tomorrow", "2026-12-01");
            refuses(mojo, "siteId", "INDEX", null, "<siteId>", "INDEX");
            refuses(mojo, "stackParameters", Map.of("SiteId", "a"), Map.of(), "<stackParameters>", "SiteId");
            refuses(mojo, "stackParameters", Map.of("FunctionKey", "a"), Map.of(), "FunctionKey", "<functionJar>");
            set(mojo, "functionJar", folder.resolve("none.jar").toFile());
            assertThatThrownBy(mojo::execute)
                    .isInstanceOf(MojoFailureException.class)
                    .hasMessageContainingAll("<functionJar>", "none.jar");
            assertThat(aws.calls()).isEmpty();
        }
    }

    @Test
    @InjectMojo(goal = "undeploy")
    void aStackThatDoesNotExistIsNoFailure(UndeployMojo mojo) throws Exception {
        try (var aws = new AwsStub()) {
            set(mojo, "endpoint", aws.endpoint());
            mojo.execute();
        }
        assertThat(build().log().lines()).containsExactly("info There is no stack 'pagetrack'.");
    }

    @Test
    @InjectMojo(goal = "undeploy")
    void aUserWithoutPermissionLearnsOfIt(UndeployMojo mojo) throws Exception {
        try (var aws = new AwsStub().denyingFirstCall()) {
            set(mojo, "endpoint", aws.endpoint());
            assertThatThrownBy(mojo::execute)
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessageContainingAll("AccessDenied", "Alice");
        }
    }

    /** What a build downloads are the dependencies that the plugin's descriptor lists. */
    @Test
    void aBuildThatOnlyRendersDownloadsNoModuleForCloudFormation() {
        assertThat(TestBuild.PLUGIN.getDependencies())
                .extracting(ComponentDependency::getArtifactId)
                .contains("sts", "s3")
                .doesNotContain("cloudformation");
    }

    private void deploysTo(AwsStub aws, DeployMojo mojo) throws IOException, IllegalAccessException {
        set(mojo, "endpoint", aws.endpoint());
        set(
                mojo,
                "functionJar",
                Files.writeString(folder.resolve("function.jar"), "code").toFile());
    }

    private static void refuses(
            DeployMojo mojo, String parameter, @Nullable Object wrong, @Nullable Object right, String... words)
            throws IllegalAccessException {
        set(mojo, parameter, wrong);
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll(words);
        set(mojo, parameter, right);
    }

    private static void set(AbstractPageTrackMojo mojo, String parameter, @Nullable Object value)
            throws IllegalAccessException {
        MojoExtension.setVariableValueToObject(mojo, parameter, value);
    }
}
