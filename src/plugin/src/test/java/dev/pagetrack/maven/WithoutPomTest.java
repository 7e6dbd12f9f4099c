package dev.pagetrack.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

/** Goals on the command line in a folder without a pom. */
class WithoutPomTest extends GoalTest {

    @Override
    TestBuild newBuild() {
        return TestBuild.withoutPom(folder);
    }

    @Test
    @InjectMojo(goal = "render")
    @MojoParameter(name = "siteRoot", value = "public")
    void renderFindsItsFolders(RenderMojo mojo) throws Exception {
        assertThat(mojo)
                .extracting("siteRoot")
                .isEqualTo(folder.resolve("public").toFile());
        assertNoExpressionIsLeft(mojo);
    }

    @Test
    void everyOtherGoalFindsItsFolders(
            @InjectMojo(goal = "ingest") IngestMojo ingest,
            @InjectMojo(goal = "serve") ServeMojo serve,
            @InjectMojo(goal = "create-table") CreateTableMojo createTable,
            @InjectMojo(goal = "doctor") DoctorMojo doctor,
            @InjectMojo(goal = "rebuild") RebuildMojo rebuild,
            @InjectMojo(goal = "export") ExportMojo export,
            @InjectMojo(goal = "import") ImportMojo importing)
            throws Exception {
        for (var mojo : List.of(ingest, serve, createTable, doctor, rebuild, export, importing)) {
            assertNoExpressionIsLeft(mojo);
        }
    }

    @Test
    void createTableWorks(
            @InjectMojo(goal = "create-table") @MojoParameter(name = "embedded", value = "true") CreateTableMojo mojo)
            throws Exception {
        mojo.execute();
        mojo.execute();
        assertThat(folder.resolve(".pagetrack/dynamodb")).isNotEmptyDirectory();
        assertThat(build().log().lines()).containsOnly("info Table 'PageTrackTable' exists already.");
    }

    private void assertNoExpressionIsLeft(AbstractTableMojo mojo) throws Exception {
        assertThat(MojoExtension.getVariablesAndValuesFromObject(mojo).values())
                .noneMatch(value -> String.valueOf(value).contains("${"));
        assertThat(mojo)
                .extracting("basedir", "embeddedDirectory")
                .containsExactly(
                        folder.toFile(), folder.resolve(".pagetrack/dynamodb").toFile());
    }
}
