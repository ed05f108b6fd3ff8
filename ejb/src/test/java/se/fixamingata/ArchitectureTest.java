package se.fixamingata;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Stateless;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The domain's borders: what it must not know, who may talk to the outside, and that features do not go round in circles. */
@AnalyzeClasses(packages = "se.fixamingata", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knowsNoPages = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "jakarta.servlet..", "jakarta.ws.rs..", "org.omnifaces..")
            .because("a rule holds on every page, in every job and in every test");

    @ArchTest
    static final ArchRule knowsNoOtherModule = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("se.fixamingata.web..", "se.fixamingata.batch..")
            .because("the modules above see the domain, not the other way round");

    @ArchTest
    static final ArchRule features =
            slices().matching("se.fixamingata.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule fewTalkToTheNetwork = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "se.fixamingata.geography..",
                    "se.fixamingata.delivery..",
                    "se.fixamingata.notification..",
                    "se.fixamingata.sending..",
                    "se.fixamingata.mail..",
                    // Every call to an address that somebody has typed; who uses it waits outside any transaction.
                    "se.fixamingata.outgoing..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net.http..", "jakarta.mail..", "org.apache.hc.."))
            .because("no transaction waits for somebody else's machine");

    /** The library could make calls of its own; here it gets ours, which are guarded. */
    @ArchTest
    static final ArchRule providersAreCalledGuarded = noClasses()
            .should()
            .callMethod(com.nimbusds.oauth2.sdk.http.HTTPRequest.class, "send")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(com.nimbusds.jose.util.DefaultResourceRetriever.class)
            .because("its own calls are not bounded in size and go anywhere");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .resideOutsideOfPackage("se.fixamingata.shared..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("tests move the clock; nobody waits");

    @ArchTest
    static final ArchRule nothingIsPrinted = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule useCasesArePublic =
            classes().that().areAnnotatedWith(Stateless.class).should().bePublic();

    @ArchTest
    static void everyPackageSaysWhatItIsFor(JavaClasses classes) {
        List<String> silent = classes.getDefaultPackage().getSubpackagesInTree().stream()
                .filter(one -> !one.getClasses().isEmpty())
                .map(JavaPackage::getName)
                .filter(name -> name.startsWith("se.fixamingata"))
                .filter(name ->
                        !Files.isRegularFile(Path.of("src/main/java", name.replace('.', '/'), "package-info.java")))
                .toList();
        assertThat(silent).as("packages without package-info.java").isEmpty();
    }
}
