package dev.pagetrack;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.pagetrack.testing.PackageRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.maven.plugin.AbstractMojo;

/** Which package of the plugin uses which, how large packages grow, and where Maven and the AWS SDK stay. */
@AnalyzeClasses(packages = "dev.pagetrack", importOptions = ArchitectureTest.PluginAndCore.class)
class ArchitectureTest {

    /** The classes of this module and of core, without tests. */
    static final class PluginAndCore implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return location.contains("/plugin/target/classes/")
                    || location.contains("/core/target/classes/")
                    || location.contains("/pagetrack-core");
        }
    }

    /** A name of at least two words, as our classes have. */
    private static final Pattern CLASS_NAME = Pattern.compile("`([A-Z][a-z]+[A-Z]\\w*)`");

    /** Names in the documents that are the table's keys or a class of the SDK. */
    private static final Set<String> NO_CLASSES = Set.of("UserPages", "SortKey", "TransactionCanceledException");

    private static final int GOAL_LINES = 75;

    private static final Pattern BLOCK_COMMENT =
            Pattern.compile("^\\s*/\\*.*?\\*/", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern NO_CODE = Pattern.compile("(//|import |package ).*");
    private static final String GENERATED = "HelpMojo";

    @ArchTest
    static void packagesUseWhatTheArchitectureLists(JavaClasses classes) {
        var list = PackageRules.listIn(Path.of("../site/markdown/architecture.md"));
        assertThat(PackageRules.of(classes).violationsOf(list)).isEmpty();
    }

    @ArchTest
    static void documentsNameClassesThatExist(JavaClasses classes) throws IOException {
        var sources = new HashSet<String>();
        try (var files = Files.walk(Path.of(".."))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .forEach(name -> sources.add(name.replace(".java", "")));
        }
        for (var page : List.of("../site/markdown/architecture.md", "../../.github/CONTRIBUTING.md")) {
            var names = CLASS_NAME
                    .matcher(Files.readString(Path.of(page)))
                    .results()
                    .map(name -> name.group(1));
            assertThat(names.filter(name -> !NO_CLASSES.contains(name)))
                    .as(page)
                    .isNotEmpty()
                    .isSubsetOf(sources);
        }
    }

    @ArchTest
    static void noPackageIsCrowded(JavaClasses classes) {
        // Core checks its own packages. Here only the goals, a class each, may be many.
        assertThat(PackageRules.of(classes).crowds(30))
                .allMatch(crowd -> crowd.startsWith("dev.pagetrack.log ") || crowd.startsWith("dev.pagetrack.maven "));
    }

    @ArchTest
    static void classesDoNotDependOnEachOther(JavaClasses classes) {
        var plugin = classes.that(resideInAnyPackage(
                "dev.pagetrack.render..",
                "dev.pagetrack.html",
                "dev.pagetrack.generator",
                "dev.pagetrack.deploy..",
                "dev.pagetrack.init",
                "dev.pagetrack.serve"));
        assertThat(PackageRules.of(plugin).knots(List.of())).isEmpty();
    }

    @ArchTest
    static final ArchRule MAVEN_STAYS_WITH_THE_GOALS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.pagetrack.maven..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.maven..", "org.codehaus.plexus..", "org.eclipse.aether..", "javax.inject..");

    @ArchTest
    static final ArchRule THE_SDK_STAYS_WHERE_IT_IS_TALKED_TO = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.pagetrack.aws", "dev.pagetrack.table..", "dev.pagetrack.source", "dev.pagetrack.deploy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon..", "com.amazonaws..");

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
