package vn.takedown.report;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.ZoneId;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import vn.takedown.report.source.Snapshot;

/** Who may know whom, and that a report depends on its documents alone. */
@AnalyzeClasses(
        packages = "vn.takedown.report",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<Class<?>> OUTSIDE =
            Set.of(System.class, UUID.class, Random.class, ZoneId.class);

    private static final DescribedPredicate<JavaCall<?>> A_LOOK_OUTSIDE =
            DescribedPredicate.describe(
                    "a look at the clock, the time zone, chance or the environment",
                    call -> looksOutside(call.getTargetOwner().getName(), call.getName()));

    private static boolean looksOutside(String owner, String method) {
        boolean outside = OUTSIDE.stream().anyMatch(type -> type.getName().equals(owner));
        return owner.startsWith("java.time.") && method.equals("now")
                || outside && !Set.of("arraycopy", "of", "setProperty").contains(method);
    }

    @ArchTest
    static final ArchRule equalDataGiveEqualBytesBecauseNothingElseIsLookedAt =
            noClasses().should().callCodeUnitWhere(A_LOOK_OUTSIDE);

    @ArchTest
    static final ArchRule theReportKnowsOnlyTheModel =
            classes()
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAPackage("vn.takedown.report..")
                                    .or(resideInAPackage("vn.takedown.model.."))
                                    .or(
                                            DescribedPredicate.not(
                                                    resideInAnyPackage("vn.takedown.."))));

    @ArchTest
    static final ArchRule onlySourcesReadDocuments =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..report.source..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.net..");

    @ArchTest
    static final ArchRule onlyFiguresAreMadeFromASnapshot =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "vn.takedown.report", "..report.source..", "..report.figures..")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Snapshot.class);

    @ArchTest
    static final ArchRule whatIsSaidKnowsNoFileFormat =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "..report.figures..",
                            "..report.table..",
                            "..report.tables..",
                            "..report.text..",
                            "..report.chart..",
                            "..report.document..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..report.output..",
                            "com.openhtmltopdf..",
                            "org.apache.pdfbox..",
                            "org.apache.poi..",
                            "org.apache.batik..");

    @ArchTest
    static final ArchRule filesKnowNoFiguresButThoseOfTheTables =
            noClasses()
                    .that()
                    .resideInAnyPackage("..report.output..", "..report.chart..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..report.figures..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("vn.takedown.report.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule namesSayWhatAClassDoes =
            noClasses().should().haveNameMatching(".*(Util|Utils|Manager|Helper)(\\$.*)?");
}
