package dev.pagetrack.deploy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.deploy.StackStub.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deployments against a stub of AWS over HTTP that checks each signature. */
class DeploymentTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05.678Z"), ZoneOffset.UTC);

    /** The SHA-256 of "code". */
    private static final String KEY = "pagetrack/5694d08a2e53ffcae0c3103e5ad6f6076abd960eb1f8a56577040bc1028f702b.jar";

    private static final String OWN_BUCKET = "pagetrack-functions-123456789012-eu-central-1";

    @TempDir
    private Path folder;

    private final AwsStub aws = newStub();
    private final List<String> logged = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private Path jar;

    @BeforeEach
    void writeJar() throws IOException {
        jar = Files.writeString(folder.resolve("function.jar"), "code");
    }

    @AfterEach
    void stopAws() {
        aws.close();
    }

    @Test
    void theFirstDeploymentCreatesEverything() {
        aws.buckets.with("logs");
        aws.stack
                .changeSet("", "CREATE_PENDING", "CREATE_IN_PROGRESS", "CREATE_COMPLETE")
                .change("Add", "AWS::SQS::Queue", "LogQueue", "")
                .change("Add", "AWS::DynamoDB::Table", "PageTrackTable", "")
                .change("Add", "AWS::Lambda::Function", "IngestFunction", "")
                .step("CREATE_IN_PROGRESS", new Event("CREATE_IN_PROGRESS", "AWS::SQS::Queue", "LogQueue", ""))
                .step(
                        "CREATE_IN_PROGRESS",
                        new Event("CREATE_COMPLETE", "AWS::SQS::Queue", "LogQueue", ""),
                        new Event("CREATE_COMPLETE", "AWS::DynamoDB::Table", "PageTrackTable", ""),
                        new Event("CREATE_COMPLETE", "AWS::Lambda::Function", "IngestFunction", ""))
                .step("CREATE_COMPLETE", new Event("CREATE_COMPLETE", "AWS::CloudFormation::Stack", "pagetrack", ""));
        deploy(Map.of("SiteId", "Richard"));

        assertThat(logged)
                .containsExactly(
                        "Uploading the functions' code to s3://" + OWN_BUCKET + "/" + KEY,
                        "Add AWS::SQS::Queue LogQueue",
                        "Add AWS::DynamoDB::Table PageTrackTable",
                        "Add AWS::Lambda::Function IngestFunction",
                        "CREATE_IN_PROGRESS AWS::SQS::Queue LogQueue",
                        "CREATE_COMPLETE AWS::SQS::Queue LogQueue",
                        "CREATE_COMPLETE AWS::DynamoDB::Table PageTrackTable",
                        "CREATE_COMPLETE AWS::Lambda::Function IngestFunction",
                        "CREATE_COMPLETE AWS::CloudFormation::Stack pagetrack",
                        "Bucket 'logs' now notifies EventBridge of new objects. Its other notifications are as before.",
                        "Region: eu-central-1 – For <region> in the pom.",
                        "StatsApiUrl: https://abc.execute-api.eu-central-1.amazonaws.com – The statistics API.",
                        "In the blog's pom:",
                        "  <configuration>",
                        "    <region>eu-central-1</region>",
                        "    <siteId>Richard</siteId>",
                        "  </configuration>",
                        "In the theme, for counters that refresh themselves:",
                        "  <script src=\"https://abc.execute-api.eu-central-1.amazonaws.com/pagetrack.js\" defer></script>");
        assertThat(requireNonNull(aws.buckets.objects.get(OWN_BUCKET)).get(KEY))
                .asString()
                .isEqualTo("code");
        assertThat(aws.buckets.created.get(OWN_BUCKET))
                .contains("<LocationConstraint>eu-central-1</LocationConstraint>");
        assertThat(aws.buckets.publicAccess.get(OWN_BUCKET)).contains("<BlockPublicAcls>true</BlockPublicAcls>");
        assertThat(aws.buckets.notifications.get("logs")).contains("<EventBridgeConfiguration");
        assertThat(pauses)
                .containsExactly(
                        Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(4));
    }

    @Test
    void theFormsAreAsCloudFormationDocumentsThem() {
        aws.buckets.with("logs").with("code");
        aws.stack.changeSet("", "CREATE_COMPLETE").step("CREATE_COMPLETE");
        run(settings(Optional.of("code"), Map.of("Excludes", "a b+c,ü~*")), false);

        var create = aws.forms("CreateChangeSet").get(0);
        assertThat(create.form())
                .containsEntry("Version", "2010-05-15")
                .containsEntry("StackName", "pagetrack")
                .containsEntry("ChangeSetName", "pagetrack-20260102-030405-678")
                .containsEntry("ChangeSetType", "CREATE")
                .containsEntry("ClientToken", "pagetrack-20260102-030405-678")
                .containsEntry("Capabilities.member.1", "CAPABILITY_IAM")
                .containsEntry("Parameters.member.1.ParameterKey", "CreateLogBucket")
                .containsEntry("Parameters.member.1.ParameterValue", "false")
                .containsEntry("Parameters.member.2.ParameterKey", "CreateTable")
                .containsEntry("Parameters.member.2.ParameterValue", "true")
                .containsEntry("Parameters.member.3.ParameterKey", "Excludes")
                .containsEntry("Parameters.member.3.ParameterValue", "a b+c,ü~*")
                .containsEntry("Parameters.member.4.ParameterKey", "FunctionBucket")
                .containsEntry("Parameters.member.4.ParameterValue", "code")
                .containsEntry("Parameters.member.5.ParameterKey", "FunctionKey")
                .containsEntry("Parameters.member.5.ParameterValue", KEY)
                .containsEntry("Parameters.member.8.ParameterKey", "Table")
                .containsEntry("Parameters.member.8.ParameterValue", "PageTrackTable")
                .doesNotContainKey("Parameters.member.9.ParameterKey");
        assertThat(create.form()).containsEntry("TemplateBody", StackTemplate.read());
        assertThat(create.form().get("Parameters.member.7.ParameterValue")).matches("[0-9a-f]{16}");
        assertThat(aws.forms("ExecuteChangeSet").get(0).form())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Action", "ExecuteChangeSet",
                        "Version", "2010-05-15",
                        "StackName", StackStub.ID,
                        "ChangeSetName", "pagetrack-20260102-030405-678",
                        "ClientRequestToken", "pagetrack-20260102-030405-678"));
    }

    /** S3 allows the name of each region but this one. */
    @Test
    void aBucketInVirginiaNamesNoRegion() throws IOException {
        try (var virginia = new AwsStub("us-east-1")) {
            virginia.readyForFirstDeployment();
            try (var access = AwsAccess.open(virginia.settings())) {
                new Deployment(access, CLOCK, pauses::add, logged::add)
                        .run(settings(Optional.empty(), Map.of()), false);
            }
            assertThat(virginia.buckets.created).isEqualTo(Map.of("pagetrack-functions-123456789012-us-east-1", ""));
        }
    }

    @Test
    void theJarIsUploadedWithItsChecksumIntoABucketOfTheAccount() {
        aws.buckets.with("logs").with("code");
        aws.stack.changeSet("", "CREATE_COMPLETE").step("CREATE_COMPLETE");
        run(settings(Optional.of("code"), Map.of()), false);
        assertThat(aws.requests)
                .filteredOn(request ->
                        request.method().equals("PUT") && request.path().startsWith("/code/"))
                .singleElement()
                .satisfies(put -> {
                    assertThat(put.path()).isEqualTo("/code/" + KEY);
                    assertThat(put.text()).isEqualTo("code");
                    assertThat(put.headers())
                            .containsEntry("x-amz-expected-bucket-owner", AwsStub.ACCOUNT)
                            .containsEntry("x-amz-checksum-sha256", "VpTQii5T/8rgwxA+Wtb2B2q9lg6x+KVldwQLwQKPcCs=")
                            .doesNotContainKey("content-encoding");
                });
    }

    @Test
    void aSecondDeploymentChangesNothing() {
        requireNonNull(aws.buckets.with("logs").with(OWN_BUCKET).objects.get(OWN_BUCKET))
                .put(KEY, new byte[0]);
        aws.buckets.notifications.put(
                "logs", "<NotificationConfiguration><EventBridgeConfiguration/></NotificationConfiguration>");
        aws.stack
                .existing("UPDATE_COMPLETE", Map.of("CreateTable", "true", "Table", "PageTrackTable"))
                .changeSet(
                        "The submitted information didn't contain changes. Submit different information"
                                + " to create a change set.",
                        "FAILED");
        deploy(Map.of());

        assertThat(logged)
                .startsWith(
                        "The functions' code is in s3://" + OWN_BUCKET + "/" + KEY,
                        "Nothing to change in stack 'pagetrack'.",
                        "Region: eu-central-1 – For <region> in the pom.");
        assertThat(aws.calls())
                .contains("DeleteChangeSet")
                .doesNotContain("ExecuteChangeSet", "DeleteStack", "PUT /logs?notification")
                .noneMatch(name -> name.startsWith("PUT"));
    }

    @Test
    void aDryRunLeavesNothingBehind() {
        aws.buckets.with("logs");
        aws.stack.changeSet("", "CREATE_COMPLETE").change("Add", "AWS::SQS::Queue", "LogQueue", "");
        dryRun(Map.of());

        assertThat(logged)
                .containsExactly(
                        "Would upload the functions' code to s3://" + OWN_BUCKET + "/" + KEY,
                        "Add AWS::SQS::Queue LogQueue",
                        "A dry run: stack 'pagetrack' is as before.");
        assertThat(aws.calls())
                .contains("DeleteChangeSet", "DeleteStack")
                .doesNotContain("ExecuteChangeSet")
                .noneMatch(name -> name.startsWith("PUT"));
        assertThat(aws.stack.status()).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void aDryRunKeepsTheStackThatIsThere() {
        aws.buckets.with("logs");
        aws.stack
                .existing("CREATE_COMPLETE", Map.of())
                .changeSet("", "CREATE_COMPLETE")
                .change("Modify", "AWS::Lambda::Version", "IngestVersion", "True")
                .change("Modify", "AWS::Lambda::Alias", "IngestAlias", "False")
                .change("Modify", "AWS::SQS::Queue", "LogQueue", "Conditional");
        dryRun(Map.of());

        assertThat(logged)
                .contains(
                        "Modify AWS::Lambda::Version IngestVersion (replaced)",
                        "Modify AWS::Lambda::Alias IngestAlias",
                        "Modify AWS::SQS::Queue LogQueue (replaced if need be)");
        assertThat(aws.calls()).doesNotContain("DeleteStack", "ExecuteChangeSet");
    }

    @Test
    void aFailureNamesTheResourceThatCausedIt() {
        aws.buckets.with("logs");
        aws.stack
                .slowToBegin()
                .existing("CREATE_COMPLETE", Map.of())
                .changeSet("", "CREATE_COMPLETE")
                .step(
                        "UPDATE_ROLLBACK_IN_PROGRESS",
                        new Event("CREATE_FAILED", "AWS::Logs::LogGroup", "IngestLog", "Resource creation cancelled"),
                        new Event("CREATE_FAILED", "AWS::IAM::Role", "StatsRole", "Null is no condition &amp; more"),
                        new Event("CREATE_FAILED", "AWS::SQS::Queue", "LogQueue", "a later one"))
                .step("UPDATE_ROLLBACK_COMPLETE");
        assertThatThrownBy(() -> deploy(Map.of()))
                .isInstanceOf(DeployException.class)
                .hasMessage("stack 'pagetrack' is UPDATE_ROLLBACK_COMPLETE."
                        + " StatsRole (AWS::IAM::Role): Null is no condition & more");
        assertThat(logged).contains("CREATE_FAILED AWS::IAM::Role StatsRole: Null is no condition & more");
        assertThat(aws.calls()).noneMatch(name -> name.contains("notification"));
    }

    @Test
    void theFailureOfAFirstDeploymentSaysWhatToDo() {
        aws.buckets.with("logs");
        aws.stack
                .changeSet("", "CREATE_COMPLETE")
                .step("ROLLBACK_IN_PROGRESS", new Event("CREATE_FAILED", "AWS::SQS::Queue", "LogQueue", "no right"))
                .step("ROLLBACK_COMPLETE");
        assertThatThrownBy(() -> deploy(Map.of()))
                .isInstanceOf(DeployException.class)
                .hasMessage("stack 'pagetrack' is ROLLBACK_COMPLETE. LogQueue (AWS::SQS::Queue): no right");
        assertThatThrownBy(() -> deploy(Map.of()))
                .hasMessageContainingAll("ROLLBACK_COMPLETE", "pagetrack:undeploy", "deploy again");
    }

    /** The events of hooks are such. */
    @Test
    void anEventMayHaveOnlyAName() {
        aws.buckets.with("logs");
        aws.stack
                .changeSet("", "CREATE_COMPLETE")
                .step("CREATE_IN_PROGRESS", new Event("", "", "LogQueue", ""))
                .step("CREATE_COMPLETE");
        deploy(Map.of());
        assertThat(logged).contains("LogQueue");
    }

    @Test
    void aChangeSetThatIsNeverReadyFailsTheDeployment() {
        aws.buckets.with("logs");
        aws.stack.changeSet("", "CREATE_IN_PROGRESS");
        assertThatThrownBy(() -> deploy(Map.of()))
                .isInstanceOf(DeployException.class)
                .hasMessage(
                        "CloudFormation is still making change set 'pagetrack-20260102-030405-678'. Try again later.");
    }

    @Test
    void aChangeSetThatFailsIsDeleted() {
        aws.buckets.with("logs");
        aws.stack.changeSet("Fn::GetAtt names nothing", "FAILED");
        assertThatThrownBy(() -> deploy(Map.of()))
                .isInstanceOf(DeployException.class)
                .hasMessage("CloudFormation cannot change stack 'pagetrack': Fn::GetAtt names nothing");
        assertThat(aws.stack.status()).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void aTableOfAnEarlierStackIsUsed() {
        aws.buckets.with("logs");
        aws.tables.add("PageTrackTable");
        aws.stack.changeSet("", "CREATE_COMPLETE").step("CREATE_COMPLETE");
        deploy(Map.of());
        assertThat(aws.parameters()).containsEntry("CreateTable", "false");
    }

    @Test
    void theStackKeepsItsTable() {
        aws.buckets.with("logs");
        aws.tables.add("PageTrackTable");
        aws.stack
                .existing("CREATE_COMPLETE", Map.of("CreateTable", "true", "Table", "PageTrackTable"))
                .changeSet("", "CREATE_COMPLETE")
                .step("UPDATE_COMPLETE");
        deploy(Map.of());
        assertThat(aws.parameters()).containsEntry("CreateTable", "true");
    }

    @Test
    void theStackCreatesANewLogBucket() {
        aws.stack.changeSet("", "CREATE_COMPLETE").step("CREATE_COMPLETE");
        deploy(Map.of("CreateLogBucket", "true"));
        assertThat(aws.parameters()).containsEntry("CreateLogBucket", "true");
        assertThat(aws.calls()).noneMatch(name -> name.contains("notification"));
    }

    @Test
    void aLogBucketOfAnEarlierStackIsUsed() {
        aws.buckets.with("logs");
        aws.stack.changeSet("", "CREATE_COMPLETE").step("CREATE_COMPLETE");
        deploy(Map.of("CreateLogBucket", "true"));
        assertThat(aws.parameters()).containsEntry("CreateLogBucket", "false");
        assertThat(aws.buckets.notifications.get("logs")).contains("<EventBridgeConfiguration");
    }

    @Test
    void theOtherNotificationsOfABucketAreKept() {
        var queue = "<QueueConfiguration><Id>mine</Id><Queue>arn:aws:sqs:eu-central-1:123456789012:mine</Queue>"
                + "<Event>s3:ObjectCreated:*</Event></QueueConfiguration>";
        aws.buckets
                .with("logs")
                .notifications
                .put("logs", "<NotificationConfiguration>" + queue + "</NotificationConfiguration>");
        aws.stack.changeSet("", "CREATE_COMPLETE").step("CREATE_COMPLETE");
        deploy(Map.of());
        assertThat(aws.buckets.notifications.get("logs"))
                .contains("<Id>mine</Id>", "arn:aws:sqs:eu-central-1:123456789012:mine", "<EventBridgeConfiguration");
    }

    @Test
    void bucketsMustExistInThisAccountAndRegion() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> deploy(Map.of()))
                .withMessageContainingAll("<logBucket>", "'logs'", "no such bucket", "<createLogBucket>");
        aws.buckets.elsewhere.put("logs", "us-west-2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> deploy(Map.of()))
                .withMessageContainingAll("<logBucket>", "in us-west-2", "eu-central-1", "<region>");
        aws.buckets.elsewhere.clear();
        aws.buckets.foreign.add("logs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> deploy(Map.of()))
                .withMessageContainingAll("<logBucket>", "'logs'", "not in account 123456789012");
        aws.buckets.foreign.clear();
        aws.buckets.with("logs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(settings(Optional.of("code"), Map.of()), false))
                .withMessageContainingAll("<functionBucket>", "'code'", "no such bucket");
        assertThat(aws.calls()).doesNotContain("CreateChangeSet");
    }

    @Test
    void aStackThatCannotBeUpdatedIsNotTouched() {
        aws.stack.existing("UPDATE_IN_PROGRESS", Map.of());
        assertThatThrownBy(() -> deploy(Map.of()))
                .isInstanceOf(DeployException.class)
                .hasMessageContainingAll("UPDATE_IN_PROGRESS", "Try again");
        aws.stack.existing("ROLLBACK_COMPLETE", Map.of());
        assertThatThrownBy(() -> deploy(Map.of()))
                .isInstanceOf(DeployException.class)
                .hasMessageContainingAll("ROLLBACK_COMPLETE", "pagetrack:undeploy");
    }

    @Test
    void aValueThatCloudFormationRefusesIsAWrongSetting() {
        aws.buckets.with("logs");
        aws.stack.existing("CREATE_COMPLETE", Map.of());
        aws.reply(AwsStub.Reply.error(400, "ValidationError", "Parameter 'Runtime' must be one of AllowedValues"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> deploy(Map.of("Runtime", "java8")))
                .withMessage("CloudFormation refuses the stack: Parameter 'Runtime' must be one of AllowedValues");
        aws.reply(AwsStub.Reply.error(403, "AccessDenied", "User: Alice is not authorized"));
        assertThatThrownBy(() -> deploy(Map.of()))
                .isInstanceOf(DeployException.class)
                .hasMessageContainingAll("AccessDenied", "Alice is not authorized");
    }

    @Test
    void parametersOfTheDeploymentItselfCannotBeSet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> deploy(Map.of("Revision", "7")))
                .withMessageContainingAll("<stackParameters>", "Revision");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeploySettings.requireStackName("page track"))
                .withMessageContainingAll("<stackName>", "'page track'");
    }

    @Test
    void theRevisionChangesWithTemplateAndParameters() {
        var template = StackTemplate.read();
        assertThat(StackTemplate.revision(template, new TreeMap<>(Map.of("Hosts", "a"))))
                .isEqualTo(StackTemplate.revision(template, new TreeMap<>(Map.of("Hosts", "a"))))
                .isNotEqualTo(StackTemplate.revision(template, new TreeMap<>(Map.of("Hosts", "b"))))
                .isNotEqualTo(StackTemplate.revision(template + " ", new TreeMap<>(Map.of("Hosts", "a"))));
    }

    @Test
    void aRemovalKeepsTableAndBuckets() {
        aws.stack
                .slowToBegin()
                .existing(
                        "CREATE_COMPLETE",
                        Map.of("Table", "PageTrackTable", "LogBucket", "logs", "FunctionBucket", "code"))
                .step("DELETE_IN_PROGRESS", new Event("DELETE_SKIPPED", "AWS::DynamoDB::Table", "PageTrackTable", ""))
                .step("DELETE_COMPLETE", new Event("DELETE_COMPLETE", "AWS::SQS::Queue", "LogQueue", ""));
        remove(true);
        assertThat(logged).first().isEqualTo("Stack 'pagetrack' would be deleted.");
        assertThat(aws.calls()).doesNotContain("DeleteStack");
        logged.clear();
        remove(false);
        assertThat(logged)
                .containsExactly(
                        "DELETE_SKIPPED AWS::DynamoDB::Table PageTrackTable",
                        "DELETE_COMPLETE AWS::SQS::Queue LogQueue",
                        "Stack 'pagetrack' was deleted.",
                        "Table 'PageTrackTable' stays, with every view in it. The next deployment uses it again.",
                        "Bucket 'logs' stays, with every log in it.",
                        "Bucket 'code' stays, with the functions' code.");
        logged.clear();
        remove(false);
        assertThat(logged).containsExactly("There is no stack 'pagetrack'.");
    }

    @Test
    void aRemovalThatFailsSaysWhy() {
        aws.stack
                .existing("CREATE_COMPLETE", Map.of())
                .step("DELETE_FAILED", new Event("DELETE_FAILED", "AWS::IAM::Role", "StatsRole", "it is in use"));
        assertThatThrownBy(() -> remove(false))
                .isInstanceOf(DeployException.class)
                .hasMessage("stack 'pagetrack' is DELETE_FAILED. StatsRole (AWS::IAM::Role): it is in use");
    }

    private DeploySettings settings(Optional<String> functionBucket, Map<String, String> parameters) {
        var all = new TreeMap<>(Map.of("LogBucket", "logs", "Table", "PageTrackTable"));
        all.putAll(parameters);
        return new DeploySettings("pagetrack", jar, functionBucket, all);
    }

    private void deploy(Map<String, String> parameters) {
        run(settings(Optional.empty(), parameters), false);
    }

    private void dryRun(Map<String, String> parameters) {
        run(settings(Optional.empty(), parameters), true);
    }

    private void run(DeploySettings settings, boolean dryRun) {
        try (var access = AwsAccess.open(aws.settings())) {
            new Deployment(access, CLOCK, pauses::add, logged::add).run(settings, dryRun);
        }
    }

    private void remove(boolean dryRun) {
        try (var access = AwsAccess.open(aws.settings())) {
            new StackRemoval(access, pauses::add, logged::add).run("pagetrack", dryRun);
        }
    }

    private static AwsStub newStub() {
        try {
            return new AwsStub();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
