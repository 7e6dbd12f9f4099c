package dev.pagetrack.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class TableDoctorTest {

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
    void tellsPagesMonthsGapsAndWhatARenderCosts() {
        test.write(TestTable.views("a/", SECOND, 3));
        test.write(TestTable.views("b/", SECOND + 70 * 86_400, 1));
        assertThat(test.table().upkeep().examine())
                .containsExactly(
                        Finding.note("Table 'PageTrackTable' has the keys of the series: UserPages (S), SortKey (S)."),
                        Finding.note("Layout: pagetrack, pagetrack's own."),
                        Finding.note("4 views of 2 pages, from 2022-09-08T03:02:24Z to 2022-11-17T03:02:24Z."),
                        Finding.note("Months: 2022-09 to 2022-11; without a view: 2022-10."),
                        Finding.note(
                                "A render reads 0.5 units for the totals, and 0.5 at most for each month that a marker"
                                        + " asks for; that grows with pages, never with views."));
    }

    @Test
    void tellsHowToMoveFromTheProductionLayout() {
        SeriesTable.production(test.client(), "Richard").views("a/", SECOND, SECOND + 1);
        var findings = test.as(test.client(), Optional.of("Richard")).upkeep().examine();
        assertThat(findings).noneMatch(Finding::problem);
        assertThat(findings)
                .extracting(Finding::text)
                .contains("2 views of 1 pages, from 2022-09-08T03:02:24Z to 2022-09-08T03:02:25Z.")
                .anyMatch(text -> text.contains("-Dpagetrack.moveFrom=Richard#INDEX"))
                .anyMatch(text -> text.startsWith("A render reads all views: "));
    }

    @Test
    void findsTotalsThatAreNotTheSumOfTheirMonthsAndWhatIsPending() {
        test.write(TestTable.views("a/", SECOND, 3));
        test.table().upkeep().markRebuildPending();
        test.client()
                .updateItem(update -> update.tableName("PageTrackTable")
                        .key(new Attributes(Optional.empty()).index("a/"))
                        .updateExpression("ADD #views :one")
                        .expressionAttributeNames(Map.of("#views", Attributes.VIEWS))
                        .expressionAttributeValues(Map.of(":one", Attributes.number(1))));
        assertThat(problems(test.table()))
                .containsExactly(
                        "Views were written that the figures do not count yet: run pagetrack:rebuild.",
                        "Of 1 pages the total is not the sum of the months: a/. If no ingestion runs just now, run"
                                + " pagetrack:rebuild.");
    }

    @Test
    void findsAnOldFunctionThatWritesAmongOurViews() {
        test.write(TestTable.views("a/", SECOND, 3));
        SeriesTable.article(test.client()).views("a/", SECOND + 100);
        assertThat(problems(test.table()))
                .singleElement()
                .asString()
                .startsWith("The function of the blog series writes views of a/ among those of pagetrack");
    }

    @Test
    void saysWhichTableIsMissingAndHowToMakeIt() {
        assertThat(problems(test.missing()))
                .singleElement()
                .asString()
                .contains("create it with pagetrack:create-table");
    }

    @Test
    void saysWhichKeysAreWrong() {
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
                        "Table 'Other' has the keys id (N) where pagetrack needs UserPages (S), SortKey (S). Name"
                                + " another <table> (pagetrack.table); pagetrack:create-table makes it.");
    }

    @Test
    void saysWhichActionOnWhichResourceIsNotPermitted() {
        var arn = "arn:aws:dynamodb:eu-central-1:123456789012:table/PageTrackTable";
        int port = test.serve();
        try (var client =
                Clients.at(port, Faults.of(request -> denied(request, arn)).withoutEnd())) {
            var findings = test.as(client, Optional.empty()).upkeep().examine();
            assertThat(findings)
                    .contains(
                            Finding.note(
                                    "Not permitted, and only needed to look at the table: dynamodb:DescribeTable on "
                                            + arn + "."),
                            Finding.problem(
                                    "Not permitted: dynamodb:GetItem on " + arn
                                            + ". Allow that to the user or role of <profile> (pagetrack.profile), or take another."));
        }
    }

    private static RuntimeException denied(SdkRequest request, String arn) {
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
        return table.upkeep().examine().stream()
                .filter(Finding::problem)
                .map(Finding::text)
                .toList();
    }
}
