package dev.pagetrack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.pagetrack.testing.PackageRules;
import java.nio.file.Path;
import java.util.List;

/** Which package of core uses which, how large packages grow, and who speaks to the AWS SDK. */
@AnalyzeClasses(packages = "dev.pagetrack", importOptions = ArchitectureTest.Core.class)
class ArchitectureTest {

    /** Circles of classes that may stay, with the reason. */
    private static final List<String> KNOWN_KNOTS = List.of(
            // OpenTable hands out the ways to read and write, and each of these needs the open table.
            "BatchWriter Items OpenTable Queries",
            // The stream opens the rest of its object again when the connection breaks.
            "ResumingS3Stream S3LogObject",
            // A sealed interface and its two implementations.
            "RejectedRequest Verdict View",
            // The trie is built first, and makes the automaton that is searched with.
            "LiteralAutomaton LiteralTrie",
            // The interface lists its implementations.
            "CloudFrontJsonLogFormat CloudFrontLogFormat CombinedLogFormat LoadBalancerLogFormat LogFormat"
                    + " S3AccessLogFormat");

    /** The classes of this module alone, without tests. */
    static final class Core implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return location.contains("/core/target/classes/");
        }
    }

    @ArchTest
    static void packagesUseWhatTheArchitectureLists(JavaClasses classes) {
        var list = PackageRules.listIn(Path.of("../site/markdown/architecture.md"));
        assertThat(PackageRules.of(classes).violationsOf(list)).isEmpty();
    }

    @ArchTest
    static void noPackageIsCrowded(JavaClasses classes) {
        // The log formats share most of what is in 'log', and have no circles.
        assertThat(PackageRules.of(classes).crowds(30)).noneMatch(crowd -> !crowd.startsWith("dev.pagetrack.log "));
    }

    @ArchTest
    static void classesDoNotDependOnEachOther(JavaClasses classes) {
        assertThat(PackageRules.of(classes).knots(KNOWN_KNOTS)).isEmpty();
    }

    @ArchTest
    static final ArchRule THE_SDK_STAYS_WHERE_IT_IS_TALKED_TO = noClasses()
            .that()
            .resideOutsideOfPackages("dev.pagetrack.aws", "dev.pagetrack.table..", "dev.pagetrack.source")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon..");

    @ArchTest
    static final ArchRule CORE_KNOWS_NEITHER_MAVEN_NOR_LAMBDA =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.apache.maven..", "com.amazonaws..");
}
