package dev.pagetrack.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Layout;
import dev.pagetrack.table.item.TableConnection;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.item.TableSettings;
import dev.pagetrack.table.rebuild.RebuildSettings;
import dev.pagetrack.table.series.MigrationSettings;
import dev.pagetrack.table.site.Retention;
import dev.pagetrack.table.site.SiteAgreement;
import dev.pagetrack.table.testing.Clients;
import dev.pagetrack.table.testing.Faults;
import dev.pagetrack.table.testing.OnFirst;
import dev.pagetrack.table.testing.SeriesTable;
import dev.pagetrack.table.testing.TestTable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

public class TableDoctorTest {

    /** 2022-09-08T03:02:24Z. */
    private static final long SECOND = 1_662_606_144L;

    private TestTable test;

    @BeforeEach
    void createTable() {
        test = new TestTable();
    }

    @AfterEach
    void closeTable() {
        test.close();
    }

    @Test
    void reportsPagesMonthsGapsAndTheCostOfARender() {
        test.write(TestTable.views("a/", SECOND, 3));
        test.write(TestTable.views("b/", SECOND + 70 * 86_400, 1));
        assertThat(TableDoctor.examine(test.table()))
                .containsExactly(
                        Finding.note(
                                "Table 'PageTrackTable' has the keys of the blog series: UserPages (S), SortKey (S)."),
                        Finding.note("Layout: pagetrack, pagetrack's own."),
                        Finding.note("4 views of 2 pages, from 2022-09-08T03:02:24Z to 2022-11-17T03:02:24Z."),
                        Finding.note("Months: 2022-09 to 2022-11; without a view: 2022-10."),
                        Finding.note(
                                "A render reads 0.5 read units for the totals, and at most 0.5 for each month that a"
                                        + " marker needs. That grows with pages, never with views."));
    }

    @Test
    void reportsHowToMoveFromTheProductionLayout() {
        SeriesTable.production(test.client(), "Richard").views("a/", SECOND, SECOND + 1);
        var findings = TableDoctor.examine(test.as(test.client(), Optional.of("Richard")));
        assertThat(findings).noneMatch(Finding::isProblem);
        assertThat(findings)
                .extracting(Finding::text)
                .contains("2 views of 1 page, from 2022-09-08T03:02:24Z to 2022-09-08T03:02:25Z.")
                .anyMatch(text -> text.contains("-Dpagetrack.moveFrom=Richard#INDEX"))
                .anyMatch(text -> text.startsWith("A render reads all views: "));
    }

    @Test
    void findsWrongTotalsAndAPendingRebuild() {
        test.write(TestTable.views("a/", SECOND, 3));
        test.table().maintenance().markRebuildPending();
        test.client()
                .updateItem(update -> update.tableName("PageTrackTable")
                        .key(new Attributes(Optional.empty()).index("a/"))
                        .updateExpression("ADD #views :one")
                        .expressionAttributeNames(Map.of("#views", Attributes.VIEWS))
                        .expressionAttributeValues(Map.of(":one", Attributes.number(1))));
        assertThat(problems(test.table()))
                .containsExactly(
                        "Raw views were written that the figures do not count yet, or a rebuild was interrupted: run"
                                + " pagetrack:rebuild.",
                        "The total is not the sum of the months for 1 page: a/. If no ingestion is running now, run"
                                + " pagetrack:rebuild.");
    }

    @Test
    void findsPageNamesOfAnotherVersion() {
        test.write(TestTable.views("a/", SECOND, 3));
        var meta = new HashMap<>(new Attributes(Optional.empty()).meta());
        meta.put(Attributes.VERSION, Attributes.number(1));
        test.client().putItem(put -> put.tableName("PageTrackTable").item(meta));
        assertThat(problems(test.table()))
                .singleElement()
                .asString()
                .startsWith("table 'PageTrackTable' has page names of version 1, and this pagetrack writes version 2");
    }

    /** It reads some hundred months at most. */
    @Test
    void findsViewsOfAnImpossibleTime() {
        var clock = Clock.fixed(Instant.parse("2022-10-01T12:00:00Z"), ZoneOffset.UTC);
        test.write(TestTable.views("a/", SECOND, 3));
        test.write(TestTable.views("a/", 7, 1));
        test.write(TestTable.views("a/", 253_402_300_000L, 1));
        var table = test.at(clock);
        assertThat(problems(table))
                .contains(
                        "Some views have an impossible time, from 1970-01-01T00:00:07Z to 9999-12-31T23:46:40Z. Take them"
                                + " out with pagetrack:forget, with -Dpagetrack.forgetTo=1996-05-01T00:00:00Z or"
                                + " -Dpagetrack.forgetFrom=2022-10-02T00:00:00Z.");
        assertThat(table.queryCost().requests()).isLessThan(400);
    }

    @Test
    void findsAMigrationThatWasInterrupted() {
        SeriesTable.article(test.client()).views("a/", SECOND);
        int port = test.serve();
        try (var client = Clients.at(port, new OnFirst("TransactWriteItems", 2, () -> {
            throw SdkClientException.create("killed");
        }))) {
            assertThatThrownBy(() -> test.as(client, Optional.of("blog"))
                            .maintenance()
                            .migrate(new MigrationSettings("INDEX", LocalDate.of(2022, 9, 12), false)))
                    .isInstanceOf(TableException.class);
        }
        var blog = test.as(test.client(), Optional.of("blog"));
        blog.maintenance().rebuild(new RebuildSettings(false, Optional.empty()));
        assertThat(blog.maintenance().isRebuildPending()).isTrue();
        assertThat(problems(blog))
                .containsExactly(
                        "The move of the views of INDEX to this site is not complete. If it is not running now,"
                                + " run pagetrack:rebuild -Dpagetrack.moveFrom=INDEX"
                                + " -Dpagetrack.cutover=2022-09-12 again.");
        blog.maintenance().migrate(new MigrationSettings("INDEX", LocalDate.of(2022, 9, 12), false));
        blog.maintenance().rebuild(new RebuildSettings(false, Optional.empty()));
        assertThat(problems(blog)).isEmpty();
        assertThat(TableDoctor.examine(blog))
                .contains(Finding.note("Cut-over: views come from logs since 2022-09-12."));
    }

    @Test
    void findsAConfiguredLayoutThatIsWrong() {
        SeriesTable.article(test.client()).views("a/", SECOND);
        var forced = new TableSettings("PageTrackTable", Optional.empty(), Optional.of(Layout.PAGETRACK));
        assertThat(problems(new PageTrackTable(TableConnection.of(test.client()), forced, TestTable.BACKOFF)))
                .first()
                .asString()
                .isEqualTo("<layout> (pagetrack.layout) is pagetrack, but the items have the layout article: leave"
                        + " <layout> out.");
    }

    @Test
    void findsARetentionThatHasNoEffect() {
        test.write(TestTable.views("a/", SECOND, 3));
        test.table().agree(new SiteAgreement.Wanted(Optional.of(new Retention(9999)), Map.of()));
        assertThat(TableDoctor.examine(test.table())).contains(Finding.note("Raw views are kept for 9,999 days."));
        assertThat(problems(test.table())).isEmpty();
        test.client()
                .updateTimeToLive(ttl -> ttl.tableName("PageTrackTable")
                        .timeToLiveSpecification(spec -> spec.enabled(false).attributeName("Expires")));
        assertThat(problems(test.table()))
                .containsExactly(
                        "Raw views are kept for 9,999 days, but expiry by Expires is not switched on, so none expires:"
                                + " run pagetrack:create-table, which switches it on.");
    }

    @Test
    void reportsWhereTheItemsMayBeIfTheSiteHasNone() {
        SeriesTable.production(test.client(), "Richard").views("a/", SECOND);
        assertThat(TableDoctor.examine(test.table()))
                .contains(Finding.warning(
                        "No page was viewed yet. But the table has 2 items. If their keys begin with a name, as"
                                + " in Richard#INDEX, check <siteId> (pagetrack.siteId)."));
        assertThat(TableDoctor.examine(test.as(test.client(), Optional.of("richard"))))
                .contains(Finding.warning(
                        "No page was viewed yet. But the table has 2 items. If they are this blog's, but"
                                + " their keys do not begin with richard#, check <siteId>"
                                + " (pagetrack.siteId)."));
    }

    @Test
    void reportsThatPointInTimeRecoveryIsOff() {
        int port = test.serve();
        var answer = """
                {"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED",
                "PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"DISABLED"}}}""";
        try (var client = Clients.answering(port, "DescribeContinuousBackups", answer)) {
            assertThat(TableDoctor.examine(test.as(client, Optional.empty())))
                    .contains(Finding.note("Point-in-time recovery is off: pagetrack:export is the only way back to an"
                            + " earlier state."));
        }
    }

    @Test
    void findsTheFunctionOfTheSeriesThatWritesAmongPagetracksViews() {
        test.write(TestTable.views("a/", SECOND, 3));
        SeriesTable.article(test.client()).views("a/", SECOND + 100);
        assertThat(problems(test.table()))
                .singleElement()
                .asString()
                .startsWith("The function of the blog series writes views of a/ among those of pagetrack");
    }

    @Test
    void reportsWhichTableIsMissingAndHowToCreateIt() {
        assertThat(problems(test.missing()))
                .singleElement()
                .asString()
                .contains("create it with pagetrack:create-table");
    }

    @Test
    void reportsWrongKeys() {
        test.client()
                .createTable(create -> create.tableName("Other")
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(KeySchemaElement.builder()
                                .attributeName("id")
                                .keyType(KeyType.HASH)
                                .build())
                        .attributeDefinitions(AttributeDefinition.builder()
                                .attributeName("id")
                                .attributeType(ScalarAttributeType.N)
                                .build()));
        var other = new PageTrackTable(
                TableConnection.of(test.client()), new TableSettings("Other", Optional.empty()), TestTable.BACKOFF);
        assertThat(problems(other))
                .containsExactly(
                        "Table 'Other' has the keys id (N), but pagetrack needs UserPages (S), SortKey (S). Name"
                                + " another <table> (pagetrack.table); pagetrack:create-table creates it.");
        assertThatThrownBy(other::createIfMissing)
                .isInstanceOf(TableException.class)
                .hasMessageStartingWith("Table 'Other' has the keys id (N)");
    }

    @Test
    void reportsWhichReadIsNotPermitted() {
        test.write(TestTable.views("a/", SECOND, 3));
        var arn = "arn:aws:dynamodb:eu-central-1:123456789012:table/PageTrackTable";
        int port = test.serve();
        for (var action : List.of("Query", "GetItem")) {
            var faults = Faults.ofCalls(
                            request -> request.getClass().getSimpleName().startsWith(action),
                            request -> denied(request, arn))
                    .withoutEnd();
            try (var client = Clients.at(port, faults)) {
                assertThat(problems(test.as(client, Optional.empty())))
                        .containsExactly(
                                "Not permitted: dynamodb:" + action + " on " + arn + ". Allow it for the user or"
                                        + " role of <profile> (pagetrack.profile), or use another profile.");
            }
        }
    }

    @Test
    void reportsWhichActionOnWhichResourceIsNotPermitted() {
        var arn = "arn:aws:dynamodb:eu-central-1:123456789012:table/PageTrackTable";
        int port = test.serve();
        try (var client =
                Clients.at(port, Faults.of(request -> denied(request, arn)).withoutEnd())) {
            var findings = TableDoctor.examine(test.as(client, Optional.empty()));
            assertThat(findings)
                    .contains(
                            Finding.note(
                                    "Not permitted, but only needed to examine the table: dynamodb:DescribeTable on "
                                            + arn + "."),
                            Finding.problem("Not permitted: dynamodb:GetItem on " + arn
                                    + ". Allow it for the user or role of <profile> (pagetrack.profile), or"
                                    + " use another profile."));
        }
    }

    public static RuntimeException denied(SdkRequest request, String arn) {
        var action = request.getClass().getSimpleName().replace("Request", "");
        var message = "User: arn:aws:iam::123456789012:user/x is not authorized to perform: dynamodb:" + action
                + " on resource: " + arn + " because no identity-based policy allows the dynamodb:" + action
                + " action";
        return DynamoDbException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("AccessDeniedException")
                        .errorMessage(message)
                        .build())
                .build();
    }

    private static List<String> problems(PageTrackTable table) {
        return TableDoctor.examine(table).stream()
                .filter(Finding::isProblem)
                .map(Finding::text)
                .toList();
    }
}
