package whatis.classification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
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
    void librariesStayInTheirPackages() {
        only("engine", "ai.djl..", "com.sun.jna..");
        only("torchscript", "org.apache.commons.compress..");
    }

    @Test
    void archivesKnowNothingOfNetworks() {
        knowsNone("torchscript", "network", "engine", "image", "model");
    }

    @Test
    void networksKnowNothingOfWhatRunsThem() {
        knowsNone("network", "engine", "model");
        none("network", "com.google.gson..");
    }

    @Test
    void checkpointsKnowNoArchitecture() {
        knowsNone("checkpoint", "network", "torchscript", "engine", "model");
    }

    private void knowsNone(String from, String... to) {
        none(
                from,
                Stream.concat(Arrays.stream(to).map("whatis.classification."::concat), Stream.of("whatis.hub.."))
                        .toArray(String[]::new));
    }

    private void none(String from, String... packages) {
        noClasses()
                .that()
                .resideInAPackage("whatis.classification." + from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(library);
    }

    private void only(String home, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackage("whatis.classification." + home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(library);
    }

    @Test
    void libraryUsesNothingOfTheJdksImages() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.imageio..", "java.awt..")
                .check(library);
    }

    @Test
    void imagesKnowNothingOfModels() {
        knowsNone("image", "checkpoint", "network", "torchscript", "engine", "model");
        none("image", "com.google.gson..");
    }
}
