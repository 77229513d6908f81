package whatis.batch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private final JavaClasses batch = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("whatis.batch");

    private void assertNone(String user, String... packages) {
        noClasses()
                .that()
                .resideInAPackage(user)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(batch);
    }

    @Test
    void packagesWhenTheyDependOnEachOtherExpectNoCycle() {
        slices().matching("whatis.batch.(*)..").should().beFreeOfCycles().check(batch);
        assertNone("whatis.batch.*..", "whatis.batch");
    }

    /** What is listed, planned and written can be tested, and read, without a cluster. */
    @Test
    void sparkWhenInputPlanOrOutputUseItExpectNone() {
        for (String user : new String[] {"input", "pack", "plan", "output", "storage"}) {
            assertNone("whatis.batch." + user + "..", "org.apache.spark..");
        }
    }

    @Test
    void modelWhenInputOrPlanUseItExpectNone() {
        assertNone("whatis.batch.input..", "whatis.classification..");
        assertNone("whatis.batch.plan..", "whatis.classification..");
        assertNone("whatis.batch.pack..", "whatis.classification..");
    }
}
