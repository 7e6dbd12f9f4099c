package dev.pagetrack.render.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsDigestTest {

    @TempDir
    Path folder;

    @Test
    void differsWithSettingsAndTemplates() throws IOException {
        var one = Files.writeString(folder.resolve("one.mustache"), "1");
        var other = Files.writeString(folder.resolve("other.mustache"), "1");
        var digest = InputsDigest.of("settings", List.of(one));

        assertThat(InputsDigest.of("settings", List.of(one))).isEqualTo(digest);
        assertThat(List.of(
                        InputsDigest.of("others", List.of(one)),
                        InputsDigest.of("settings", List.of()),
                        InputsDigest.of("settings", List.of(other)),
                        InputsDigest.of("settings", List.of(one, other))))
                .doesNotHaveDuplicates()
                .doesNotContain(digest);
        Files.writeString(one, "2");
        assertThat(InputsDigest.of("settings", List.of(one))).isNotEqualTo(digest);
    }

    @Test
    void differsFromEveryOtherWhenATemplateCannotBeRead() {
        var templates = List.of(folder.resolve("gone.mustache"));

        assertThat(InputsDigest.of("settings", templates)).isNotEqualTo(InputsDigest.of("settings", templates));
    }

    /** After a build, the classes are in a folder, in one folder for each package. */
    @Test
    void differsWhenAnyFileOfAFolderOfClassesWasWritten() throws IOException {
        var nested = Files.createDirectories(folder.resolve("dev/pagetrack/render/site"));
        var type = Files.writeString(nested.resolve("Site.class"), "1");
        var before = InputsDigest.ofProgram(folder);

        assertThat(InputsDigest.ofProgram(folder)).isEqualTo(before);
        Files.writeString(type, "12");
        assertThat(InputsDigest.ofProgram(folder)).isNotEqualTo(before);
    }
}
