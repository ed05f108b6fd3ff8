package se.fixamingata.batch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.batch.api.Batchlet;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.api.chunk.ItemReader;
import jakarta.batch.api.chunk.ItemWriter;
import jakarta.ejb.Schedule;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;

/** Jobs walk, the domain decides. */
@AnalyzeClasses(packages = "se.fixamingata.batch", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule artifactsAreDependent = classes()
            .that()
            .areAssignableTo(ItemReader.class)
            .or()
            .areAssignableTo(ItemProcessor.class)
            .or()
            .areAssignableTo(ItemWriter.class)
            .or()
            .areAssignableTo(Batchlet.class)
            .should()
            .beAnnotatedWith(Dependent.class)
            .andShould()
            .beAnnotatedWith(Named.class)
            .because("a reader keeps its place, so each execution needs one of its own");

    @ArchTest
    static final ArchRule knowsNoPages = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("se.fixamingata.web..", "jakarta.faces..", "jakarta.servlet..", "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule asksTheDomain =
            noClasses().should().dependOnClassesThat().areAssignableTo(EntityManager.class);

    /** Payara reads @TransactionAttribute of business methods alone: a timer's own transaction, rolled back, costs the timer. */
    @ArchTest
    static final ArchRule timersHaveNoTransactionOfTheContainer = methods()
            .that()
            .areAnnotatedWith(Schedule.class)
            .should()
            .beDeclaredInClassesThat(describe(
                    "manage transactions themselves", type -> type.tryGetAnnotationOfType(TransactionManagement.class)
                            .filter(said -> said.value() == TransactionManagementType.BEAN)
                            .isPresent()))
            .andShould()
            .notBeAnnotatedWith(TransactionAttribute.class);
}
