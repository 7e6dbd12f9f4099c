package dev.pagetrack.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pagetrack.local.LocalDynamoDb;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.TableConnection;
import dev.pagetrack.table.item.TableSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Runs the commands of part 3 of the series on the series' own layouts, before and after the views were moved to a site
 * of pagetrack, and on that site, with the site id in the values.
 */
@MojoParameter(name = "port", value = "0")
@MojoParameter(name = "dynamodbPort", value = "0")
class SeriesCommandsTest extends GoalTest {

    private static final String BACKLOG = "blog/articles/2018-11-28-backlog-priorities/";
    private static final String SCRUM = "blog/articles/2021-11-16-understanding-scrum/";
    private static final List<Long> SCRUM_VIEWS = List.of(1_662_606_144L, 1_662_607_990L, 1_662_610_949L);

    private static final String QUERY = "aws dynamodb query --table-name PageTrackTable --key-condition-expression ";

    @Override
    TestBuild newBuild() {
        return TestBuild.of(folder).property("pagetrack.embedded", "true");
    }

    @BeforeEach
    void writeWhatTheSeriesWrites() {
        try (var local = LocalDynamoDb.open(folder.resolve(".pagetrack/dynamodb"))) {
            new PageTrackTable(
                            TableConnection.of(local.client()),
                            new TableSettings(TableSettings.DEFAULT_NAME, Optional.empty()))
                    .createIfMissing();
            for (var owner : List.of("", "Richard#")) {
                put(local.client(), owner + "INDEX", owner + SCRUM);
                put(local.client(), owner + "INDEX", owner + BACKLOG);
                SCRUM_VIEWS.forEach(second -> put(local.client(), owner + SCRUM, Long.toString(second)));
                put(local.client(), owner + BACKLOG, "1662609497");
            }
            put(local.client(), "Richard#" + SCRUM, ":SHARE#1662606145");
        }
    }

    private static void put(DynamoDbClient client, String partition, String sort) {
        client.putItem(put -> put.tableName(TableSettings.DEFAULT_NAME)
                .item(Map.of("UserPages", AttributeValue.fromS(partition), "SortKey", AttributeValue.fromS(sort))));
    }

    @Test
    @MojoParameter(name = "siteId", value = "blog")
    @MojoParameter(name = "moveFrom", value = "INDEX")
    @MojoParameter(name = "cutover", value = "2022-09-09")
    void giveTheSameAnswersBeforeAndAfterARebuild(
            @InjectMojo(goal = "serve") ServeMojo before,
            @InjectMojo(goal = "rebuild") RebuildMojo rebuild,
            @InjectMojo(goal = "serve") ServeMojo after)
            throws Exception {
        assumeTrue(AwsCli.isExpected(), "No aws and jq on the PATH: the queries of the series are left out.");
        try (var goal = RunningGoal.start(before)) {
            assertThat(goal).isNotNull();
            var aws = new AwsCli(folder, dynamodbPort());
            answersTheArticle(aws, "", "", "");
            answersTheArticle(aws, "Richard#", "Richard#", " AND SortKey < :end");
        }
        rebuild.execute();
        var messages = build().log().lines();
        assertThat(messages)
                .anyMatch(line -> line.contains("4 views of 2 pages from before the cut-over, 4 of them new"))
                .anyMatch(line -> line.contains(SCRUM + " 2022-09: 0 → 3"));
        try (var goal = RunningGoal.start(after)) {
            assertThat(goal).isNotNull();
            var aws = new AwsCli(folder, dynamodbPort());
            answersTheArticle(aws, "", "", "");
            answersTheArticle(aws, "Richard#", "Richard#", " AND SortKey < :end");
            answersTheArticle(aws, "blog#", "", "");
        }
    }

    /** Runs the article's commands, with their filters: the pages, the views of a page, and their times. */
    private static void answersTheArticle(AwsCli aws, String owner, String sortOwner, String end) throws Exception {
        var pages = aws.lines(QUERY
                + "\"UserPages = :pk AND begins_with(SortKey, :sk)\" --expression-attribute-values '{ \":pk\": { \"S\": \""
                + owner + "INDEX\" }, \":sk\": { \"S\": \"" + sortOwner + "blog/articles\" } }'"
                + " | jq \".Items[].SortKey.S\"");
        assertThat(pages).containsExactly('"' + sortOwner + BACKLOG + '"', '"' + sortOwner + SCRUM + '"');
        var views = QUERY + "\"UserPages = :pk" + end + "\" --expression-attribute-values '{ \":pk\": { \"S\": \""
                + owner + SCRUM + "\" }" + (end.isEmpty() ? "" : ", \":end\": { \"S\": \":\" }") + " }' ";
        assertThat(aws.answer(views + "--select COUNT").get("Count").asInt()).isEqualTo(3);
        assertThat(aws.lines(views + "--projection SortKey | jq '.Items[].SortKey.S'"))
                .extracting(key -> (long) Math.floor(Double.parseDouble(key.replace("\"", ""))))
                .isEqualTo(SCRUM_VIEWS);
    }

    @Test
    void rebuildRefusesToWriteWhereTheSeriesWrites(@InjectMojo(goal = "rebuild") RebuildMojo rebuild) {
        assertThat(catchThrowable(rebuild::execute))
                .hasMessageStartingWith("table 'PageTrackTable' has the article layout of the blog series");
    }

    @Test
    @MojoParameter(name = "siteId", value = "blog")
    @MojoParameter(name = "moveFrom", value = "INDEX")
    @MojoParameter(name = "cutover", value = "9999-12-31")
    void areNotMovedBeforeTheCutover(@InjectMojo(goal = "rebuild") RebuildMojo rebuild) throws Exception {
        assertThat(catchThrowable(rebuild::execute))
                .hasMessageStartingWith("<cutover> (pagetrack.cutover) is 9999-12-31, a day in the future");

        MojoExtension.setVariableValueToObject(rebuild, "dryRun", true);
        rebuild.execute();

        assertThat(build().log().lines())
                .anyMatch(line -> line.startsWith("warn <cutover> (pagetrack.cutover) is 9999-12-31"))
                .anyMatch(line -> line.contains("nothing is written: 4 views of 2 pages"));
    }

    @Test
    @MojoParameter(name = "siteId", value = "blog")
    void theDoctorWarnsAboutASiteIdWithoutItems(@InjectMojo(goal = "doctor") DoctorMojo doctor) throws Exception {
        doctor.execute();
        assertThat(build().log().lines())
                .anyMatch(line -> line.startsWith("warn No page was viewed yet. But the table has"))
                .contains("info No definite problem found, but see the warnings above.")
                .noneMatch(line -> line.contains("No problem found"));
    }

    @Test
    void theDoctorSaysWhatToDo(@InjectMojo(goal = "doctor") DoctorMojo doctor) throws Exception {
        doctor.execute();
        assertThat(build().log().lines())
                .anyMatch(line -> line.contains("Layout: article"))
                .anyMatch(line -> line.contains("4 views of 2 pages"))
                .anyMatch(line -> line.contains("-Dpagetrack.moveFrom=INDEX"));
    }

    private int dynamodbPort() throws InterruptedException {
        return Integer.parseInt(build().log().await("--endpoint-url http://localhost:"));
    }
}
