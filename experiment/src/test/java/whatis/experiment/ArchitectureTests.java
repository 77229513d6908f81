package whatis.experiment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private final JavaClasses experiment = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("whatis.experiment");

    private void assertOnly(String owner, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackage(owner)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(experiment);
    }

    @Test
    void pekkoWhenAnotherPackageUsesItExpectNone() {
        assertOnly("whatis.experiment.actor", "org.apache.pekko..", "com.typesafe..");
    }

    @Test
    void parquetWhenAnotherPackageUsesItExpectNone() {
        assertOnly("whatis.experiment.dataset", "org.apache.parquet..");
    }

    /** Spark runs this package, too. */
    @Test
    void variantWhenItUsesTheOthersExpectNone() {
        noClasses()
                .that()
                .resideInAPackage("whatis.experiment.variant")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "whatis.experiment.actor..", "whatis.experiment.dataset..", "whatis.commandline..", "picocli..")
                .check(experiment);
    }

    @Test
    void packagesWhenTheyDependOnEachOtherExpectNoCycle() {
        slices().matching("whatis.experiment.(*)..").should().beFreeOfCycles().check(experiment);
    }
}
