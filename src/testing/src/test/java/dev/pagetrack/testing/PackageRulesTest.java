package dev.pagetrack.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules on planted violations: a rule that finds nothing there would find nothing anywhere. */
class PackageRulesTest {

    private static final PackageRules PLANTED =
            PackageRules.of(new ClassFileImporter().importPackages("dev.pagetrack.testing.planted"));

    @Test
    void findsADependencyThatRunsUp() {
        assertThat(PLANTED.violationsOf("""
                        testing.planted.lower:
                        testing.planted.upper: testing.planted.lower
                        """))
                .containsExactly(
                        "testing.planted.lower uses testing.planted.upper, which is not listed: " + "Lower uses Upper");
    }

    @Test
    void acceptsNoListWithACycle() {
        assertThat(PLANTED.violationsOf("""
                        testing.planted.lower: testing.planted.upper
                        testing.planted.upper: testing.planted.lower
                        """))
                .containsExactly("testing.planted.lower uses testing.planted.upper, which is not above it in the list");
    }

    @Test
    void findsWhatTheListHasTooMuchOrTooLittle() {
        assertThat(PLANTED.violationsOf("""
                        nothing:
                        testing.planted.upper: nothing
                        """))
                .containsExactly(
                        "testing.planted.lower is not in the list",
                        "testing.planted.lower uses testing.planted.upper, which is not listed: Lower uses Upper",
                        "testing.planted.upper uses testing.planted.lower, which is not listed: Upper uses Lower",
                        "testing.planted.upper does not use nothing, although it is listed");
    }

    @Test
    void findsACrowd() {
        assertThat(PLANTED.crowds(2)).containsExactly("dev.pagetrack.testing.planted.lower has 3 classes, more than 2");
        assertThat(PLANTED.crowds(3)).isEmpty();
    }

    @Test
    void findsClassesThatDependOnEachOther() {
        assertThat(PLANTED.knots(List.of())).containsExactly("Link Ring", "Lower Upper");
        assertThat(PLANTED.knots(List.of("Link Ring"))).containsExactly("Lower Upper");
    }

    @Test
    void readsTheListFromMarkdown(@TempDir Path folder) throws IOException {
        var page = Files.writeString(folder.resolve("a.md"), "# A\n\n```sh\nls\n```\n\n```packages\na:\nb: a\n```\n");
        assertThat(PackageRules.listIn(page)).isEqualTo("a:\nb: a\n");
        Files.writeString(page, "# A\n");
        assertThatThrownBy(() -> PackageRules.listIn(page)).hasMessageEndingWith("has no code block ```packages");
    }
}
