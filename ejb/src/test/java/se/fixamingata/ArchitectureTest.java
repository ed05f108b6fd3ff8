package se.fixamingata;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

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
                    "se.fixamingata.incomingmail.mailbox..",
                    // Every call to an address that somebody has typed; who uses it waits outside any transaction.
                    "se.fixamingata.outgoing..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net.http..", "jakarta.mail..", "org.apache.hc.."))
            .because("no transaction waits for somebody else's machine");

    /** In a transaction the first conflict has ended everything that was done before, too. */
    @ArchTest
    static final ArchRule conflictsAreTriedAgainOutsideTransactions = noClasses()
            .that(areTransactional())
            .should()
            .callMethod(se.fixamingata.shared.Conflicts.class, "retry", java.util.function.Supplier.class)
            .orShould()
            .callMethod(se.fixamingata.shared.Conflicts.class, "retry", Runnable.class);

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

    /** A slow hash in a transaction would hold a connection for as long as a crowd lasts. */
    @ArchTest
    static final ArchRule passwordsAreHashedOutsideTransactions = noClasses()
            .that(areTransactional())
            .should()
            .callMethod(se.fixamingata.signin.Passwords.class, "hash", String.class)
            .orShould()
            .callMethod(se.fixamingata.signin.Passwords.class, "isRight", String.class, String.class)
            .orShould()
            .callMethod(se.fixamingata.signin.Proofs.class, "show", se.fixamingata.account.Caller.class, String.class);

    /** Whoever reads slowly must not hold one either. */
    @ArchTest
    static final ArchRule streamsAreWrittenOutsideTransactions = methods()
            .that()
            .areDeclaredInClassesThat(areTransactional())
            .should()
            .notHaveRawParameterTypes(DescribedPredicate.describe("with a stream to write to", types -> types.stream()
                    .anyMatch(one -> one.isAssignableTo(java.io.OutputStream.class))));

    private static final Set<String> MOVE_THE_CLOCK = Set.of(
            "confirm",
            "changeStatus",
            "becomeDuplicateOf",
            "undoDuplicate",
            "categorise",
            "handOver",
            "news",
            "waitForReporter",
            "stopWaiting");

    /** At the desk {@code CaseDesk} settles them, after whatever was done to an {@code OpenCase}; the demonstration fills them in at its end. */
    @ArchTest
    static void whoeverMovesTheClockSettlesDeadlines(JavaClasses classes) {
        List<String> forgetful = classes.stream()
                .filter(one -> !one.getPackageName().equals("se.fixamingata.report")
                        && !one.getPackageName().equals("se.fixamingata.demonstration"))
                .filter(one -> one.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> Set.of("Report", "CaseFile")
                                        .contains(call.getTargetOwner().getSimpleName())
                                && MOVE_THE_CLOCK.contains(call.getTarget().getName())))
                .filter(one -> one.getMethodCallsFromSelf().stream()
                        .noneMatch(call -> call.getTarget().getName().equals("settle")
                                || call.getTargetOwner().getSimpleName().equals("OpenCase")))
                .map(JavaClass::getName)
                .toList();
        assertThat(forgetful).as("who changes what deadlines follow from").isEmpty();
    }

    private static DescribedPredicate<JavaClass> areTransactional() {
        return DescribedPredicate.describe(
                "use cases with a transaction",
                one -> one.isAnnotatedWith(Stateless.class)
                        && one.tryGetAnnotationOfType(TransactionAttribute.class)
                                .map(TransactionAttribute::value)
                                .filter(TransactionAttributeType.NOT_SUPPORTED::equals)
                                .isEmpty());
    }

    @ArchTest
    static final ArchRule useCasesArePublic =
            classes().that().areAnnotatedWith(Stateless.class).should().bePublic();

    /** What is not public is no business method: the container refuses it, and outside the container nobody notices. */
    @ArchTest
    static final ArchRule useCasesAreCalledByPublicMethods = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class)
            .and()
            .areNotPrivate()
            .and()
            .areNotStatic()
            .should()
            .bePublic();

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

    /** The container stands a class of its own before each; before a final method it cannot, and tells nobody until somebody asks. */
    @ArchTest
    static void beansHaveNoFinalMethods(JavaClasses classes) {
        List<String> closed = classes.stream()
                .filter(one -> one.isAnnotatedWith(ApplicationScoped.class) || one.isAnnotatedWith(Stateless.class))
                .flatMap(one -> one.getAllMethods().stream())
                .filter(method -> method.getOwner().getPackageName().startsWith("se.fixamingata"))
                .filter(method -> method.getModifiers().contains(JavaModifier.FINAL)
                        && !method.getModifiers().contains(JavaModifier.PRIVATE)
                        && !method.getModifiers().contains(JavaModifier.STATIC))
                .map(JavaMethod::getFullName)
                .distinct()
                .toList();
        assertThat(closed).as("final methods of beans").isEmpty();
    }
}
