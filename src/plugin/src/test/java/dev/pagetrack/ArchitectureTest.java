package dev.pagetrack;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.maven.plugin.AbstractMojo;

/** The borders inside the plugin, and those of the modules it is made of. */
@AnalyzeClasses(packages = "dev.pagetrack", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Lines of code. The longest goal, the one of {@code ingest}, has 70. */
    private static final int GOAL_LINES = 75;

    private static final Pattern BLOCK_COMMENT =
            Pattern.compile("^\\s*/\\*.*?\\*/", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern NO_CODE = Pattern.compile("(//|import |package ).*");
    private static final String GENERATED = "HelpMojo";

    @ArchTest
    static final ArchRule MAVEN_STAYS_WITH_THE_GOALS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.pagetrack.maven")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.maven..", "org.codehaus.plexus..", "org.eclipse.aether..", "javax.inject..");

    @ArchTest
    static final ArchRule THE_SDK_STAYS_WHERE_IT_IS_TALKED_TO = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.pagetrack.aws",
                    "dev.pagetrack.table",
                    "dev.pagetrack.source",
                    "dev.pagetrack.local",
                    "dev.pagetrack.deploy")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon..", "com.amazonaws..");

    @ArchTest
    static final ArchRule RENDERING_KNOWS_ONLY_STATISTICS = noClasses()
            .that()
            .resideInAPackage("dev.pagetrack.render")
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.pagetrack..")
                    .and(resideOutsideOfPackages(
                            "dev.pagetrack.render",
                            "dev.pagetrack",
                            "dev.pagetrack.stats",
                            "dev.pagetrack.table",
                            "dev.pagetrack.page")));

    @ArchTest
    static final ArchRule SETTING_UP_KNOWS_ONLY_SITES = noClasses()
            .that()
            .resideInAPackage("dev.pagetrack.init")
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.pagetrack..")
                    .and(resideOutsideOfPackages("dev.pagetrack.init", "dev.pagetrack.render")));

    @ArchTest
    static final ArchRule SERVING_KNOWS_ONLY_THE_API = noClasses()
            .that()
            .resideInAPackage("dev.pagetrack.serve")
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.pagetrack..")
                    .and(resideOutsideOfPackages("dev.pagetrack", "dev.pagetrack.serve", "dev.pagetrack.api")));

    @ArchTest
    static void goalsAreShort(JavaClasses classes) throws IOException {
        var goals = classes.stream()
                .filter(one -> one.isAssignableTo(AbstractMojo.class))
                .filter(one -> !one.getSimpleName().equals(GENERATED))
                .map(one -> Path.of("src/main/java", one.getName().replace('.', '/') + ".java"))
                .toList();
        assertThat(goals).hasSizeGreaterThan(4);
        for (var goal : goals) {
            assertThat(code(goal)).as(goal.toString()).hasSizeLessThanOrEqualTo(GOAL_LINES);
        }
    }

    /** The lines of a file that are neither blank nor a comment, an import or the package. */
    private static List<String> code(Path file) throws IOException {
        return BLOCK_COMMENT
                .matcher(Files.readString(file))
                .replaceAll("")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !NO_CODE.matcher(line).matches())
                .toList();
    }
}
