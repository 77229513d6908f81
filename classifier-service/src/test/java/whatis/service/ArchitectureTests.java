package whatis.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("whatis.service");

    private void assertOnly(String className, String... packages) {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\." + className + "(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(service);
    }

    @Test
    void feignWhenAnotherClassUsesItExpectNone() {
        assertOnly("Encyclopedia", "feign..", "org.springframework.cloud.openfeign..");
    }

    @Test
    void wordNetWhenAnotherClassUsesItExpectNone() {
        assertOnly("WordNet", "net.sf.extjwnl..");
    }

    @Test
    void springdocWhenAnotherPackageUsesItExpectNone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..openapi..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.swagger..", "org.springdoc..", "com.fasterxml.jackson.databind..")
                .check(service);
    }

    @Test
    void servletsWhenClassIsBelowTheControllersExpectNone() {
        noClasses()
                .that()
                .resideInAnyPackage("..identification..", "..encyclopedia..", "..imagenet..", "..model..")
                .and()
                .haveSimpleNameNotEndingWith("Controller")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..")
                .check(service);
    }

    @Test
    void packagesWhenTheyDependOnEachOtherExpectNoCycle() {
        slices().matching("whatis.service.(*)..").should().beFreeOfCycles().check(service);
    }
}
