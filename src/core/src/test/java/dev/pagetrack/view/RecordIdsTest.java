package dev.pagetrack.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.log.LineFormat;
import dev.pagetrack.log.LogLine;
import dev.pagetrack.log.LogReader;
import dev.pagetrack.log.LogVisitor;
import dev.pagetrack.log.Rejection;
import dev.pagetrack.log.TestLogs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordIdsTest {

    private static final String LINE =
            "192.0.2.1 - - [03/May/2026:12:17:39 +0000] \"GET /a\\x22/ HTTP/1.1\" 200 12 \"-\" \"M\"";

    /** Its unescaped path is the same as that of the other line. */
    private static final String OTHER = LINE.replace("\\x22", "\\\"");

    @Test
    void distinguishesLinesByTheirBytesAndNotByTheirMeaning() throws IOException {
        assertThat(ids(LINE, OTHER)).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9]{39}"));
    }

    @Test
    void numbersEqualLinesOfTheSameSecond() throws IOException {
        var ids = ids(LINE, LINE, OTHER, LINE);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids("damaged", LINE, LINE, OTHER, LINE)).isEqualTo(ids);
    }

    /** Newest first, as in a log that was put together from rotated files, and with a line from a wrong clock. */
    @Test
    void numbersEqualLinesWhateverTheTimesOfTheLinesBetween() throws IOException {
        var future = LINE.replace("2026", "2087");
        var earlier = LINE.replace("03/May", "01/May");
        var ids = ids(future, LINE, earlier, future, earlier, LINE);
        assertThat(ids).doesNotHaveDuplicates().hasSize(6);
        assertThat(ids(LINE, LINE)).containsExactly(ids.get(1), ids.get(5));
    }

    private static List<String> ids(String... lines) throws IOException {
        var found = new ArrayList<String>();
        var ids = new RecordIds();
        LogReader.read(TestLogs.of("log", lines), new LogVisitor() {
            @Override
            public void passedOver(String what) {
                throw new AssertionError(what);
            }

            @Override
            public void format(LineFormat format) {
                assertThat(format.name()).isEqualTo("combined");
            }

            @Override
            public void request(LogLine line, long number) {
                found.add(ids.of(line));
            }

            @Override
            public void rejected(Rejection reason, long number) {
                assertThat(reason).isEqualTo(Rejection.MALFORMED);
            }
        });
        return found;
    }
}
