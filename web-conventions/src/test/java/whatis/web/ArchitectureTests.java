package whatis.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private final JavaClasses conventions = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("whatis.web");

    private void assertOnlyIn(List<String> ours, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackages(ours.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(conventions);
    }

    @Test
    void springdocWhenAnotherPackageUsesItExpectNone() {
        assertOnlyIn(List.of("..openapi.."), "io.swagger..", "org.springdoc..", "com.fasterxml.jackson.databind..");
    }

    @Test
    void tomcatsInsideWhenAnotherPackageUsesItExpectNone() {
        assertOnlyIn(List.of("..bounds..", "..guard.."), "org.apache.catalina..", "org.apache.coyote..");
    }

    @Test
    void packagesWhenTheyDependOnEachOtherExpectNoCycle() {
        slices().matching("whatis.web.(*)..").should().beFreeOfCycles().check(conventions);
    }
}
