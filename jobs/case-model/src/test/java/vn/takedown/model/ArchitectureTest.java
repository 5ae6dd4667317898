package vn.takedown.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Date;
import java.util.Random;
import java.util.Set;

/** The model knows nothing but Java, and no time but that of the events. */
@AnalyzeClasses(
        packages = "vn.takedown.model",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaCall<?>> A_LOOK_OUTSIDE =
            DescribedPredicate.describe(
                    "a look at the clock, at chance or at the environment",
                    call -> looksOutside(call.getTargetOwner().getName(), call.getName()));

    private static boolean looksOutside(String owner, String method) {
        return (owner.startsWith("java.time.") && Set.of("now", "systemDefault").contains(method))
                || (owner.equals(System.class.getName()) && !method.equals("arraycopy"));
    }

    @ArchTest
    static final ArchRule theModelUsesOnlyJava =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "vn.takedown.model..");

    @ArchTest
    static final ArchRule theModelNeverLooksAtTheOutsideWorld =
            noClasses().should().callCodeUnitWhere(A_LOOK_OUTSIDE);

    @ArchTest
    static final ArchRule theModelKnowsNeitherClocksNorChanceNorFilesNorThreads =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(
                            Clock.class,
                            InstantSource.class,
                            Date.class,
                            Random.class,
                            Thread.class)
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.nio.file..", "java.net..", "java.util.concurrent..");

    @ArchTest
    static final ArchRule eventsKnowNothingButThemselves =
            classes()
                    .that()
                    .resideInAPackage("..event..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "vn.takedown.model.event..");

    @ArchTest
    static final ArchRule casesDoNotKnowTheirCohorts =
            noClasses()
                    .that()
                    .resideInAPackage("..cases..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..cohort..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("vn.takedown.model.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule namesSayWhatAClassDoes =
            noClasses().should().haveNameMatching(".*(Util|Utils|Manager|Helper)(\\$.*)?");
}
