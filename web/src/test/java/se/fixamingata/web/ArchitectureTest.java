package se.fixamingata.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Pages ask the domain; they neither query nor send. */
@AnalyzeClasses(packages = "se.fixamingata.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule hasNoEntityManager = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..")
            .because("queries belong to the feature that owns the table");

    @ArchTest
    static final ArchRule knowsNoJobs =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("se.fixamingata.batch..");

    @ArchTest
    static final ArchRule sendsNothing = noClasses()
            .that()
            .resideOutsideOfPackage("se.fixamingata.web.devmail..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "jakarta.mail..")
            .because("what leaves the house is a row first");

    @ArchTest
    static final ArchRule nothingIsPrinted = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static void everyPackageSaysWhatItIsFor(JavaClasses classes) {
        List<String> silent = classes.getDefaultPackage().getSubpackagesInTree().stream()
                .filter(one -> !one.getClasses().isEmpty())
                .map(JavaPackage::getName)
                .filter(name -> name.startsWith("se.fixamingata.web"))
                .filter(name ->
                        !Files.isRegularFile(Path.of("src/main/java", name.replace('.', '/'), "package-info.java")))
                .toList();
        assertThat(silent).as("packages without package-info.java").isEmpty();
    }
}
