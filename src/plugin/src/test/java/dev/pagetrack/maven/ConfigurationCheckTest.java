package dev.pagetrack.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationCheckTest {

    @TempDir
    private Path folder;

    private TestBuild build;

    @BeforeEach
    void newBuild() {
        build = TestBuild.of(folder);
    }

    @Test
    void acceptsABuildWithoutConfiguration() {
        check("render");
        assertThat(build.log().lines()).isEmpty();
    }

    @Test
    void acceptsTheElementsOfEveryGoal() {
        build.configuration("<siteRoot>public</siteRoot><logs><log>a</log></logs><port>80</port>")
                .execution("counters", "<locale>de</locale><skip/>");
        check("render");
        check("create-table");
        assertThat(build.log().lines()).isEmpty();
    }

    @Test
    void refusesAnUnknownElementAndListsTheKnownOnes() {
        build.configuration("<siteRoot>public</siteRoot><siteRot>public</siteRot>");
        assertThatThrownBy(() -> check("create-table"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "<siteRot> in the <configuration> of pagetrack-maven-plugin is not a parameter of any goal."
                                + " The parameters are: ")
                .hasMessageContainingAll(
                        ", embedded, embeddedDirectory, endpoint, ", ", siteRoot, siteUrl, skip, snapshot, stackName, ")
                .hasMessageNotContainingAny("basedir", "mojoExecution");
    }

    @Test
    void namesAMistypedProperty() {
        build.property("pagetrack.siteRot", "public");
        assertThatThrownBy(() -> check("create-table"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("-Dpagetrack.siteRot is not a parameter of any goal: did you mean -Dpagetrack.siteRoot?");
        build = TestBuild.of(folder).property("pagetrack.quux", "");
        assertThatThrownBy(() -> check("render"))
                .hasMessageStartingWith("-Dpagetrack.quux is not a parameter of any goal. The parameters are: ");
    }

    @Test
    void acceptsPropertiesOfGoalsOfThePomAndOfOthers() {
        build.property("pagetrack.port", "80")
                .property("pagetrack.version", "2")
                .property("pagetracks.siteRot", "x")
                .property("skipTests", "true");
        build.project().getProperties().setProperty("pagetrack.version", "1");
        check("render");
        assertThat(build.log().lines()).isEmpty();
    }

    @Test
    void refusesAnUnknownElementInAnExecutionToo() {
        build.configuration("<siteRoot>public</siteRoot>").execution("counters", "<local>de</local>");
        assertThatThrownBy(() -> check("render")).hasMessageStartingWith("<local> in the <configuration>");
    }

    @Test
    void refusesReadOnlyParameters() {
        build.configuration("<basedir>/</basedir>");
        assertThatThrownBy(() -> check("render")).hasMessageStartingWith("<basedir>");
    }

    @Test
    void worksWithoutAProject() {
        var session = build.configuration("<siteRot>public</siteRot>").session();
        session.setCurrentProject(null);
        new ConfigurationCheck(session, build.run("render"), build.log()).run();
        assertThat(build.log().lines()).isEmpty();
    }

    @Test
    void warnsOnceAboutAPropertyThatThePomHides() {
        build.configuration("<table>Views</table><siteRoot>public</siteRoot>").property("pagetrack.table", "Other");
        check("render");
        assertThat(build.log().lines())
                .containsExactly(
                        "warn -Dpagetrack.table=Other has no effect: the pom sets <table> to Views, and the pom"
                                + " takes precedence. Remove the element from the pom, or write ${pagetrack.table} there.");
    }

    @Test
    void warnsAboutAHiddenListToo() {
        build.configuration("<logs><log>a</log><log>b</log></logs>").property("pagetrack.logs", "c");
        check("ingest");
        assertThat(build.log().lines())
                .singleElement()
                .asString()
                .startsWith("warn -Dpagetrack.logs=c has no effect: the pom sets <logs>, and");
    }

    @Test
    void doesNotWarnIfThePomUsesThePropertyOrHasTheSameValue() {
        build.configuration("<table>${pagetrack.table}</table><region>eu-central-1</region>")
                .property("pagetrack.table", "Other")
                .property("pagetrack.region", "eu-central-1");
        check("render");
        assertThat(build.log().lines()).isEmpty();
    }

    @Test
    void doesNotWarnAboutParametersOfOtherGoals() {
        build.configuration("<port>80</port>").property("pagetrack.port", "81");
        check("render");
        assertThat(build.log().lines()).isEmpty();
    }

    private void check(String goal) {
        new ConfigurationCheck(build.session(), build.run(goal), build.log()).run();
    }
}
