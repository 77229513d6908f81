package whatis.classification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The one-way street that docs/architecture.md draws. */
class ArchitectureTests {

    private final JavaClasses library = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("whatis.classification");

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().matching("whatis.classification.(*)..")
                .should()
                .beFreeOfCycles()
                .check(library);
        noClasses()
                .that()
                .resideInAPackage("whatis.classification.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("whatis.classification")
                .check(library);
    }

    @Test
    void djlStaysInTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("whatis.classification.engine")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl..", "com.sun.jna..", "org.apache.commons.compress..")
                .check(library);
    }

    @Test
    void imageIoStaysInTheImagePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("whatis.classification.image")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.imageio..", "java.awt..", "com.twelvemonkeys..")
                .check(library);
    }

    @Test
    void imagesKnowNothingOfModels() {
        noClasses()
                .that()
                .resideInAPackage("whatis.classification.image")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "whatis.classification.checkpoint",
                        "whatis.classification.engine",
                        "whatis.classification.model",
                        "whatis.hub..",
                        "com.google.gson..")
                .check(library);
    }
}
