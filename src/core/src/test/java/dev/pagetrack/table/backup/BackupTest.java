package dev.pagetrack.table.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.log.Rejection;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.ledger.ObjectSummary;
import dev.pagetrack.table.rebuild.RebuildSettings;
import dev.pagetrack.table.site.SiteAgreement;
import dev.pagetrack.table.testing.Clients;
import dev.pagetrack.table.testing.KilledProcess;
import dev.pagetrack.table.testing.OnFirst;
import dev.pagetrack.table.testing.OneFault;
import dev.pagetrack.table.testing.TestTable;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

class BackupTest {

    private static final SiteAgreement.Wanted OTHER_HOSTS =
            new SiteAgreement.Wanted(Optional.empty(), Map.of("hosts", "2"));

    private static final long SECOND = 1_777_810_659L;

    @TempDir
    Path folder;

    private TestTable test;
    private Path file;

    @BeforeEach
    void fillTable() {
        file = folder.resolve("backups/blog.jsonl.gz");
        test = new TestTable();
        test.table().agree(new SiteAgreement.Wanted(Optional.empty(), Map.of("hosts", "1")));
        test.write(TestTable.views("a/", SECOND, 30));
        test.write(TestTable.views("a/", SECOND + 70 * 86_400, 3));
        test.write(TestTable.views("b/", SECOND, 120));
        test.table()
                .markers()
                .markIngested(Map.of(
                        new LogObjectId("bucket", "abc"),
                        new ObjectSummary("a.log", "s3", 5, 2, Map.of(Rejection.BOT, 3L), Map.of(Rejection.BOT, 7L))));
    }

    @AfterEach
    void closeTable() {
        test.close();
    }

    @Test
    void restoresEveryItemUnderAnotherSiteId() throws Exception {
        var before = test.items();
        var exported = test.table().maintenance().exportTo(file);
        assertThat(exported.pages()).isEqualTo(2);
        assertThat(exported.items()).isEqualTo(before.size());
        assertThat(site("copy").maintenance().importFrom(file)).isEqualTo(exported);
        assertThat(test.items()).containsAll(before).hasSize(2 * before.size());
        assertThat(test.items().stream()
                        .filter(item -> item.startsWith("copy#"))
                        .map(item -> item.substring(5)))
                .containsExactlyElementsOf(before);
    }

    @Test
    void containsTheNoteOfABulkIngestionThatBeganDuringTheExport() throws Exception {
        exportWhile(() -> {
            test.table().maintenance().beginUncounted();
            test.writeRaw(TestTable.views("b/", SECOND + 5000, 7));
        });
        var copy = site("copy");
        copy.maintenance().importFrom(file);
        assertThat(copy.maintenance().isRebuildPending()).isTrue();
        copy.maintenance().rebuild(new RebuildSettings(false, Optional.empty()));
        assertThat(copy.totals("").get("b/")).extracting(PageTotal::views).isEqualTo(127L);
    }

    @Test
    void readsTheSiteAgainIfARebuildFinishedDuringTheExport() throws Exception {
        exportWhile(() -> {
            var note = test.table().maintenance().beginUncounted();
            test.writeRaw(TestTable.views("b/", SECOND + 5000, 7));
            note.end();
            test.table().maintenance().rebuild(new RebuildSettings(false, Optional.empty()));
        });
        var copy = site("copy");
        copy.maintenance().importFrom(file);
        assertThat(copy.maintenance().isRebuildPending()).isFalse();
        assertThat(copy.totals("").get("b/")).extracting(PageTotal::views).isEqualTo(127L);
        assertThat(copy.maintenance()
                        .rebuild(new RebuildSettings(true, Optional.empty()))
                        .changes())
                .isEmpty();
    }

    /** Exports the site; before the raw views of the last page are read, something happens to the table. */
    private void exportWhile(Runnable event) throws Exception {
        int port = test.serve();
        var during = new OnFirst("Query", 5, event);
        try (var client = Clients.at(port, during)) {
            test.as(client, Optional.empty()).maintenance().exportTo(file);
        }
        assertThat(during.hasHappened()).isTrue();
    }

    @Test
    void refusesABackupWithPagesNamedByAnotherVersion() throws Exception {
        test.client()
                .updateItem(update -> update.tableName("PageTrackTable")
                        .key(Map.of("UserPages", Attributes.text("META"), "SortKey", Attributes.text("version")))
                        .updateExpression("SET Version = :v")
                        .expressionAttributeValues(Map.of(":v", Attributes.number(1))));
        test.table().maintenance().exportTo(file);
        var before = test.items();
        assertThatThrownBy(() -> site("copy").maintenance().importFrom(file))
                .isInstanceOf(WrongSettingException.class)
                .hasMessage("<backup> (pagetrack.backup) " + file
                        + " has page names of version 1, and this pagetrack writes"
                        + " version 2, in which some pages have other names: nothing was imported. Ingest the logs of that"
                        + " time instead.");
        assertThat(test.items()).isEqualTo(before);
    }

    @Test
    void writesTheSameBytesForTheSameItems() throws Exception {
        test.table().maintenance().exportTo(file);
        var other = folder.resolve("other");
        site("copy").maintenance().importFrom(file);
        site("copy").maintenance().exportTo(other);
        assertThat(other).hasSameBinaryContentAs(file);
    }

    @Test
    void readsAPageAgainIfItIsCountedDuringTheExport() throws Exception {
        int port = test.serve();
        var lateView = new OnFirst("Query", 6, () -> test.write(TestTable.views("b/", SECOND + 5000, 1)));
        try (var client = Clients.at(port, lateView)) {
            test.as(client, Optional.empty()).maintenance().exportTo(file);
        }
        assertThat(lateView.hasHappened()).isTrue();
        site("copy").maintenance().importFrom(file);
        assertThat(site("copy")
                        .maintenance()
                        .rebuild(new RebuildSettings(true, Optional.empty()))
                        .changes())
                .isEmpty();
    }

    @Test
    void refusesASiteThatHasOtherItems() throws Exception {
        var exported = test.table().maintenance().exportTo(file);
        assertThat(test.table().maintenance().importFrom(file))
                .as("it holds just these items, and nothing is written")
                .isEqualTo(exported);
        test.write(TestTable.views("b/", SECOND, 121));
        var before = test.items();
        assertThatThrownBy(() -> test.table().maintenance().importFrom(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the site has items in table 'PageTrackTable'");
        assertThat(test.items()).isEqualTo(before);
    }

    @Test
    void reportsWhichVersionItCannotRead() throws Exception {
        var later = folder.resolve("later");
        try (var out = new GZIPOutputStream(Files.newOutputStream(later))) {
            out.write("{\"pagetrack\":{\"export\":2}}\n".getBytes(UTF_8));
        }
        assertThatThrownBy(() -> site("copy").maintenance().importFrom(later))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "<backup> (pagetrack.backup) " + later + " was written by another version of pagetrack (2; this"
                                + " one reads 1): nothing was imported. Import it with that version.");
    }

    @Test
    void reportsAFileThatDoesNotExist() {
        var missing = folder.resolve("missing.gz");
        assertThatThrownBy(() -> site("copy").maintenance().importFrom(missing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("<backup> (pagetrack.backup) is " + missing
                        + ", but that file does not exist: name a file that pagetrack:export wrote.");
    }

    @Test
    void backsUpASiteWithoutItems() throws Exception {
        assertThat(site("empty").maintenance().exportTo(file).items()).isZero();
        assertThat(site("copy").maintenance().importFrom(file).items()).isZero();
        assertThat(site("copy").totals("")).isEmpty();
        assertThat(test.items()).noneMatch(item -> item.startsWith("copy#"));
    }

    @Test
    void doesNotReplaceABackupIfTheSiteHasNoItems() throws Exception {
        test.table().maintenance().exportTo(file);
        byte[] backup = Files.readAllBytes(file);

        assertThatThrownBy(() -> site("mistyped").maintenance().exportTo(file))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("this site has no items, so " + file + " was not replaced");
        assertThat(Files.readAllBytes(file)).isEqualTo(backup);
        assertThat(file.resolveSibling(file.getFileName() + ".part")).doesNotExist();
    }

    @Test
    void refusesADamagedFileBeforeAnythingIsWritten() throws Exception {
        test.table().maintenance().exportTo(file);
        var before = test.items();
        byte[] complete = Files.readAllBytes(file);
        for (int length : List.of(0, 10, 40, complete.length / 2, complete.length - 30, complete.length - 1)) {
            assertRefused(Arrays.copyOf(complete, length));
        }
        var changed = complete.clone();
        changed[complete.length / 2] ^= 1;
        assertRefused(changed);
        assertRefused("no backup".getBytes(UTF_8));
        assertThat(test.items()).isEqualTo(before);
    }

    /** Zeros compress well: a file of some KB can hold lines that fill the memory. */
    @Test
    void refusesALineThatIsLongerThanAnItemCanBe() throws Exception {
        var long1 = folder.resolve("long");
        try (var out = new GZIPOutputStream(Files.newOutputStream(long1))) {
            out.write((BackupLines.HEADER + "\n{\"SortKey\":{\"S\":\"").getBytes(UTF_8));
            var part = "0".repeat(100_000).getBytes(UTF_8);
            for (int i = 0; i < 400; i++) {
                out.write(part);
            }
        }
        var headerless = folder.resolve("headerless");
        try (var out = new GZIPOutputStream(Files.newOutputStream(headerless))) {
            out.write((BackupLines.HEADER_START + "9".repeat(5_000_000) + "}}\n").getBytes(UTF_8));
        }
        for (var refused : List.of(long1, headerless)) {
            assertThatThrownBy(() -> site("copy").maintenance().importFrom(refused))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "<backup> (pagetrack.backup) " + refused + " is not a complete export of pagetrack (a line"
                                    + " has more than 4000000 characters): nothing was imported. Use another file.");
        }
        assertThat(test.items()).noneMatch(item -> item.startsWith("copy#"));
    }

    @Test
    void importsLinesAsLongAsTheLargestItem() throws Exception {
        test.write(TestTable.views("\u0001".repeat(300), SECOND, 3));
        var before = test.items();
        test.table().maintenance().exportTo(file);
        site("copy").maintenance().importFrom(file);
        assertThat(test.items()).hasSize(2 * before.size());
    }

    /** Loses the answer to each call in turn; the SDK repeats the call. */
    @Test
    void aLostAnswerDoesNotFailTheImport() throws Exception {
        var exported = test.table().maintenance().exportTo(file);
        int port = test.serve();
        boolean reached = true;
        int repeatedEnds = 0;
        for (int at = 0; reached; at++) {
            var copy = "copy" + at;
            var fault = new OneFault(OneFault.Kind.LOST_AFTER, at, false);
            // The third put is the repeated one: of the mark, or of the end. After the end, others use the site.
            var others = new OnFirst("PutItem", 3, () -> agreeUnlessImporting(copy));
            try (var client = Clients.losing(port, fault, others)) {
                assertThat(test.as(client, Optional.of(copy)).maintenance().importFrom(file))
                        .isEqualTo(exported);
            }
            reached = fault.wasReached();
            assertThat(site(copy).totals("")).isEqualTo(test.table().totals(""));
            if (site(copy).agree(OTHER_HOSTS).changedPolicy().isEmpty()) {
                repeatedEnds++;
            }
        }
        assertThat(repeatedEnds)
                .as("imports after which what others wrote stays")
                .isEqualTo(1);
    }

    private void agreeUnlessImporting(String copy) {
        try {
            site(copy).agree(OTHER_HOSTS);
        } catch (TableException e) {
            assertThat(e).hasMessageContaining("did not finish");
        }
    }

    @Test
    void anImportWhoseLastAnswerWasLostCanBeRunAgain() throws Exception {
        var exported = test.table().maintenance().exportTo(file);
        var puts = new AtomicInteger();
        var lost = new ExecutionInterceptor() {
            @Override
            public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
                // The first put of META marks the import, the second ends it.
                if (context.request() instanceof PutItemRequest && puts.incrementAndGet() == 2) {
                    throw SdkClientException.create("connection reset", new SocketException("reset"));
                }
            }
        };
        try (var client = Clients.withoutRetries(test.serve(), lost)) {
            assertThatThrownBy(() ->
                            test.as(client, Optional.of("copy")).maintenance().importFrom(file))
                    .isInstanceOf(TableException.class);
        }
        var after = test.items();
        assertThat(site("copy").maintenance().importFrom(file)).isEqualTo(exported);
        assertThat(test.items()).isEqualTo(after);
        site("copy").agree(OTHER_HOSTS);
        assertThatThrownBy(() -> site("copy").maintenance().importFrom(file))
                .hasMessageContaining("has items in table");
    }

    private void assertRefused(byte[] bytes) throws IOException {
        var damaged = Files.write(folder.resolve("damaged"), bytes);
        assertThatThrownBy(() -> site("copy").maintenance().importFrom(damaged))
                .as("%d bytes", bytes.length)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing was imported");
    }

    @Test
    void anInterruptedImportIsNotReadAndContinuesOnlyWithTheSameFile() throws Exception {
        var before = test.items();
        test.table().maintenance().exportTo(file);
        int port = test.serve();
        try (var client = Clients.at(port, new OnFirst("BatchWriteItem", () -> {
            throw SdkClientException.create("killed");
        }))) {
            assertThatThrownBy(() ->
                            test.as(client, Optional.of("copy")).maintenance().importFrom(file))
                    .isInstanceOf(TableException.class);
        }
        assertThatThrownBy(() -> site("copy").totals("")).hasMessageContaining("did not finish");
        assertThatThrownBy(() -> site("copy").agree(new SiteAgreement.Wanted(Optional.empty(), Map.of())))
                .isInstanceOf(TableException.class);
        var other = folder.resolve("other");
        test.write(TestTable.views("c/", SECOND, 1));
        test.table().maintenance().exportTo(other);
        assertThatThrownBy(() -> site("copy").maintenance().importFrom(other)).hasMessageContaining("another file");
        site("copy").maintenance().importFrom(file);
        assertThat(test.items().stream()
                        .filter(item -> item.startsWith("copy#"))
                        .map(item -> item.substring(5)))
                .containsExactlyElementsOf(before);
    }

    @Test
    void anImportThatIsKilledAndRunAgainHasTheSameResult() throws Exception {
        test.write(TestTable.views("c/", SECOND, 2_000));
        var before = test.items();
        test.table().maintenance().exportTo(file);
        int port = test.serve();
        var arguments = List.of(Integer.toString(port), "copy", file.toString());
        for (int batches : List.of(1, 30, 60)) {
            assertThat(KilledProcess.runUntil(batches, ImportMain.class, arguments))
                    .isEqualTo(new KilledProcess(batches, true));
            assertThatThrownBy(() -> site("copy").totals("")).hasMessageContaining("did not finish");
        }
        var last = KilledProcess.runUntil(Integer.MAX_VALUE, ImportMain.class, arguments);
        assertThat(last.wasKilled()).isFalse();
        assertThat(last.writes()).as("what the kills left to do").isPositive();
        assertThat(test.items().stream()
                        .filter(item -> item.startsWith("copy#"))
                        .map(item -> item.substring(5)))
                .containsExactlyElementsOf(before);
    }

    private PageTrackTable site(String siteId) {
        return test.as(test.client(), Optional.of(siteId));
    }
}
