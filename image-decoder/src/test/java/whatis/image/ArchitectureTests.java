package whatis.image;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private final JavaClasses module = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("whatis.image");

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().matching("whatis.image.(*)..").should().beFreeOfCycles().check(module);
        classes()
                .that()
                .resideInAPackage("whatis.image.*..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("whatis.image.*..", "java..", "org.jspecify.annotations")
                .check(module);
    }

    @Test
    void moduleKnowsTheJdkOnlyAndNothingOfItsImages() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "whatis.image..",
                        "java.io",
                        "java.lang..",
                        "java.nio..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify.annotations")
                .check(module);
    }
}
