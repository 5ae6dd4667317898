package vn.takedown.compliance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.util.clock.RelativeClock;
import vn.takedown.compliance.config.JobConfiguration;
import vn.takedown.compliance.rollup.RollUpCohorts;
import vn.takedown.compliance.rollup.RollUpCoverage;
import vn.takedown.compliance.tracking.CutOff;

/** Who may know whom, and who may look at the outside world. */
@AnalyzeClasses(
        packages = "vn.takedown.compliance",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Each reads the clock, the time zone, chance or the environment of the machine. */
    private static final Set<String> OUTSIDE =
            Set.of(
                    System.class.getName() + ".currentTimeMillis",
                    System.class.getName() + ".nanoTime",
                    System.class.getName() + ".getenv",
                    System.class.getName() + ".getProperty",
                    System.class.getName() + ".getProperties",
                    Instant.class.getName() + ".now",
                    LocalDate.class.getName() + ".now",
                    LocalDateTime.class.getName() + ".now",
                    OffsetDateTime.class.getName() + ".now",
                    ZonedDateTime.class.getName() + ".now",
                    ZoneId.class.getName() + ".systemDefault",
                    Clock.class.getName() + ".systemUTC",
                    Clock.class.getName() + ".systemDefaultZone",
                    Clock.class.getName() + ".system",
                    InstantSource.class.getName() + ".system",
                    Thread.class.getName() + ".sleep",
                    Math.class.getName() + ".random",
                    UUID.class.getName() + ".randomUUID");

    private static final DescribedPredicate<JavaCall<?>> A_LOOK_OUTSIDE =
            DescribedPredicate.describe(
                    "a look at the clock, at chance or at the environment",
                    call -> looksOutside(call.getTarget()));

    private static boolean looksOutside(CodeUnitCallTarget target) {
        return OUTSIDE.contains(target.getOwner().getName() + "." + target.getName())
                || target.getOwner().isEquivalentTo(Date.class)
                || target.getOwner().isAssignableTo(Random.class);
    }

    /**
     * Documents must depend on the events alone. Not even {@code ComplianceJob} needs more than its
     * arguments; only the wait before a retry is drawn by chance.
     */
    @ArchTest
    static final ArchRule nothingLooksAtTheOutsideWorldButTheBackOffOfTheSink =
            noClasses()
                    .that()
                    .haveNameNotMatching(".*\\.(ElasticsearchSinkWriter|BackOff)(\\$.*)?")
                    .should()
                    .callCodeUnitWhere(A_LOOK_OUTSIDE);

    /**
     * The clock of the machine serves only to notice that nothing comes, and to time out requests.
     */
    @ArchTest
    static final ArchRule onlyWatermarksAndTheSinksKnowTheTimeOfProcessing =
            noClasses()
                    .that()
                    .haveNameNotMatching(
                            ".*\\.(RecordWatermarks|(sink\\.(elasticsearch|alertmanager)\\..+))(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(ProcessingTimeService.class, RelativeClock.class);

    @ArchTest
    static final ArchRule onlyTheJobReadsItsArguments =
            noClasses()
                    .that()
                    .doNotBelongToAnyOf(ComplianceJob.class, JobConfiguration.class)
                    .should()
                    .callMethod(JobConfiguration.class, "parse", String[].class);

    @ArchTest
    static final ArchRule theElasticsearchSinkKnowsNothingOfTheRest =
            noClasses()
                    .that()
                    .resideInAPackage("..sink.elasticsearch..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("vn.takedown..")
                                    .and(resideOutsideOfPackage("..sink.elasticsearch..")));

    @ArchTest
    static final ArchRule noSinkKnowsHowDocumentsComeAbout =
            noClasses()
                    .that()
                    .resideInAPackage("..sink..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "vn.takedown.compliance.tracking..",
                            "vn.takedown.compliance.recidivism..",
                            "vn.takedown.compliance.rollup..",
                            "vn.takedown.compliance.source..",
                            "vn.takedown.compliance.config..",
                            "vn.takedown.model.cases..");

    @ArchTest
    static final ArchRule parsersKnowOnlyTheModel =
            noClasses()
                    .that()
                    .resideInAPackage("..ingest..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("vn.takedown.compliance..")
                                    .and(resideOutsideOfPackage("..ingest..")))
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.flink..", "vn.takedown.model.cases..");

    @ArchTest
    static final ArchRule onlyWiringSettingsAndDocumentsKnowTheElasticsearchSink =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "vn.takedown.compliance",
                            "vn.takedown.compliance.config..",
                            "..document..",
                            "..sink.elasticsearch..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..sink.elasticsearch..");

    /**
     * One edge leads back: the cohorts read the cut-off that tracking has put into the broadcast.
     */
    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("vn.takedown.compliance.(**)")
                    .should()
                    .beFreeOfCycles()
                    .ignoreDependency(RollUpCohorts.class, CutOff.class)
                    .ignoreDependency(RollUpCoverage.class, CutOff.class);

    @ArchTest
    static final ArchRule namesSayWhatAClassDoes =
            noClasses().should().haveNameMatching(".*(Util|Utils|Manager|Helper)(\\$.*)?");
}
