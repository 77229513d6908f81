package whatis.wikipedia;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("whatis.wikipedia");

    @Test
    void jwikiWhenAnotherClassUsesItExpectNone() {
        noClasses()
                .that()
                .doNotHaveSimpleName("JwikiEncyclopedia")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.github.fastily..")
                .check(service);
    }

    @Test
    void okHttpWhenAnotherClassThanTheOnesBeneathJwikiUsesItExpectNone() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.(JwikiEncyclopedia|Transport|TimelyDns)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "okio..")
                .check(service);
    }

    @Test
    void encyclopediaWhenItKnowsHttpServingExpectNone() {
        noClasses()
                .that()
                .resideInAPackage("..encyclopedia..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..article..", "..problem..", "org.springframework.web..", "org.springframework.http..")
                .check(service);
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
}
