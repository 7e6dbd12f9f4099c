package dev.pagetrack.bench.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.bench.RenderMain;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakeSiteTest {

    @TempDir
    Path folder;

    @Test
    void aRenderingOfTheSiteGivesTheExpectedPages() throws Exception {
        MakeSite.make(folder, 60, 3);

        RenderMain.main(new String[] {
            "2",
            folder.resolve("site").toString(),
            folder.resolve("widgets").toString(),
            folder.resolve("snapshot.json").toString(),
            folder.resolve("record").toString()
        });

        for (int i = 0; i < 60; i++) {
            var page = "posts/page-" + i + "/index.html";
            assertThat(Files.readString(folder.resolve("site").resolve(page)))
                    .isEqualTo(Files.readString(folder.resolve("expected").resolve(page)));
        }
    }
}
