package dev.pagetrack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** Holds the allowed dependencies inside core: each package uses only packages below it. */
@AnalyzeClasses(packages = "dev.pagetrack", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_DEPEND_ONLY_ON_PACKAGES_BELOW = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("aws")
            .definedBy("dev.pagetrack.aws")
            .layer("page")
            .definedBy("dev.pagetrack.page")
            .layer("log")
            .definedBy("dev.pagetrack.log")
            .layer("source")
            .definedBy("dev.pagetrack.source")
            .layer("view")
            .definedBy("dev.pagetrack.view")
            .layer("stats")
            .definedBy("dev.pagetrack.stats")
            .layer("table")
            .definedBy("dev.pagetrack.table")
            .layer("ingest")
            .definedBy("dev.pagetrack.ingest")
            .layer("api")
            .definedBy("dev.pagetrack.api")
            .whereLayer("aws")
            .mayOnlyBeAccessedByLayers("source", "table")
            .whereLayer("api")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("ingest")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("table")
            .mayOnlyBeAccessedByLayers("ingest", "stats", "api")
            .whereLayer("stats")
            .mayOnlyBeAccessedByLayers("api")
            .whereLayer("view")
            .mayOnlyBeAccessedByLayers("table", "ingest")
            .whereLayer("source")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule ONLY_SOME_PACKAGES_USE_THE_SDK = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.pagetrack.aws", "dev.pagetrack.table", "dev.pagetrack.source", "dev.pagetrack.local")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon..");

    @ArchTest
    static final ArchRule CORE_DEPENDS_ON_NEITHER_MAVEN_NOR_LAMBDA =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.apache.maven..", "com.amazonaws..");
}
