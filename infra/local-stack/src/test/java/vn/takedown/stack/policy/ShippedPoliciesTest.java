package vn.takedown.stack.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.reference.Jurisdiction;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.ProviderType;
import vn.takedown.model.reference.ReferenceBook;

class ShippedPoliciesTest {

    private static final Path FOLDER = Path.of("..", "policies");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
        }
    }

    @Test
    void thereIsOneFilePerRegime() throws IOException {
        assertThat(files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "eu-tco.jsonl", "germany.jsonl", "indonesia.jsonl", "vietnam.jsonl");
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsWithoutErrorsAndWarnings(Path file) throws IOException {
        assertThat(PolicyValidation.of(PolicyFiles.read(List.of(file))).findings())
                .extracting(Finding::severity)
                .doesNotContain(Severity.ERROR, Severity.WARNING);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyPolicyTellsItsBasisItsSourceAndHowCertainItIs(Path file) throws IOException {
        for (PolicyLine line : PolicyFiles.read(List.of(file)).policies()) {
            assertThat(line.policy().legalBasis()).isNotBlank();
            assertThat(line.provenance().source()).isNotBlank();
            assertThat(line.provenance().certainty()).isIn("SURE", "UNSURE");
            assertThat(line.provenance().note()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void noLineHoldsAnAddress(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            assertThat(line).doesNotContain("://", "www.", "@");
            JsonNode node = new ObjectMapper().readTree(line);
            assertThat((Iterable<String>) node::fieldNames).doesNotHaveDuplicates();
        }
    }

    @Test
    void vietnamLeavesNothingToTheDefaultSinceDecree147() throws IOException {
        assertThat(PolicyValidation.of(PolicyFiles.read(List.of(file("vietnam")))).findings())
                .noneMatch(finding -> finding.text().contains("Z on no policy covers"));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # the law of 2018, the decree of 2024, the law of 2025: 24 h at home and abroad
                    2021-05-01T00:00:00Z, SOCIAL,      DOMESTIC,     REMOVE,       CSAM,          STANDARD, vn-removal-24h,        1, PT24H
                    2024-12-24T16:59:59Z, SOCIAL,      CROSS_BORDER, REMOVE,       CSAM,          STANDARD, vn-removal-24h,        1, PT24H
                    2024-12-24T17:00:00Z, SOCIAL,      CROSS_BORDER, REMOVE,       CSAM,          STANDARD, vn-removal-24h,        2, PT24H
                    2026-06-30T16:59:59Z, HOSTING,     DOMESTIC,     DISABLE,      GROOMING,      URGENT,   vn-removal-24h,        2, PT24H
                    2026-06-30T17:00:00Z, SEARCH,      CROSS_BORDER, DEINDEX,      GROOMING,      URGENT,   vn-removal-24h,        3, PT24H
                    # Friday, 15:00 in Vietnam: there are no working days
                    2026-07-03T08:00:00Z, SOCIAL,      DOMESTIC,     REMOVE,       CSAM,          URGENT,   vn-removal-24h,        3, PT24H
                    # 6 h for urgent national security only, and not before the law of 2025
                    2026-07-03T08:00:00Z, SOCIAL,      DOMESTIC,     REMOVE,       VIOLENCE,      URGENT,   vn-security-6h,        1, PT6H
                    2026-07-03T08:00:00Z, SOCIAL,      DOMESTIC,     REMOVE,       VIOLENCE,      STANDARD, vn-removal-24h,        3, PT24H
                    2026-06-03T08:00:00Z, SOCIAL,      DOMESTIC,     REMOVE,       VIOLENCE,      URGENT,   vn-removal-24h,        2, PT24H
                    # 3 h for blocking by telecom operators
                    2017-02-14T17:00:00Z, ISP,         DOMESTIC,     BLOCK,        CSAM,          STANDARD, vn-isp-block-3h,       1, PT3H
                    2026-07-03T08:00:00Z, ISP,         DOMESTIC,     BLOCK,        CSAM,          URGENT,   vn-isp-block-3h,       1, PT3H
                    # 48 h after a user's complaint, 24 h for repeat offenders
                    2025-02-01T08:00:00Z, SOCIAL,      CROSS_BORDER, REMOVE,       CHILD_PRIVACY, STANDARD, vn-user-complaint-48h, 1, PT48H
                    2025-02-01T08:00:00Z, SOCIAL,      CROSS_BORDER, REMOVE,       CHILD_PRIVACY, URGENT,   vn-removal-24h,        2, PT24H
                    2024-02-01T08:00:00Z, SOCIAL,      CROSS_BORDER, REMOVE,       CHILD_PRIVACY, STANDARD, vn-removal-24h,        1, PT24H
                    2025-02-01T08:00:00Z, SOCIAL,      CROSS_BORDER, LOCK_ACCOUNT, GROOMING,      STANDARD, vn-account-lock-24h,   1, PT24H
                    2025-02-01T08:00:00Z, APP_STORE,   CROSS_BORDER, DISABLE,      OTHER,         STANDARD, vn-app-24h,            1, PT24H
                    # no hours in any law: the built-in default
                    2021-05-01T00:00:00Z, SOCIAL,      DOMESTIC,     LOCK_ACCOUNT, CSAM,          STANDARD, default,               0, PT24H
                    """)
    void vietnamGivesTheHoursOfTheLaw(
            Instant issuedAt,
            ProviderType type,
            Jurisdiction jurisdiction,
            Action action,
            Category category,
            Urgency urgency,
            String policyId,
            int version,
            Duration duration)
            throws IOException {
        Policy policy =
                policy(
                        "vietnam",
                        issuedAt,
                        new Situation(type, jurisdiction, action, category, urgency));

        assertThat(policy.policyId()).isEqualTo(policyId);
        assertThat(policy.version()).isEqualTo(version);
        assertThat(policy.duration()).isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource({
        "eu-tco,    2026-01-01T00:00:00Z, HOSTING, REMOVE, VIOLENCE,      STANDARD, PT1H",
        "indonesia, 2026-01-01T00:00:00Z, SOCIAL,  REMOVE, CSAM,          STANDARD, PT4H",
        "indonesia, 2026-01-01T00:00:00Z, SOCIAL,  REMOVE, IMPERSONATION, STANDARD, PT24H",
        "germany,   2022-01-01T00:00:00Z, SOCIAL,  REMOVE, VIOLENCE,      URGENT,   PT24H",
        "germany,   2022-01-01T00:00:00Z, SOCIAL,  REMOVE, VIOLENCE,      STANDARD, P7D"
    })
    void theExamplesGiveTheHoursOfTheirRegimes(
            String regime,
            Instant issuedAt,
            ProviderType type,
            Action action,
            Category category,
            Urgency urgency,
            Duration duration)
            throws IOException {
        Policy policy =
                policy(
                        regime,
                        issuedAt,
                        new Situation(type, Jurisdiction.CROSS_BORDER, action, category, urgency));

        assertThat(policy.duration()).isEqualTo(duration);
        assertThat(policy.policyId()).isNotEqualTo(Policy.DEFAULT.policyId());
    }

    private static Policy policy(String regime, Instant issuedAt, Situation situation)
            throws IOException {
        ReferenceBook book = PolicyFiles.read(List.of(file(regime))).book();
        book.put(situation.provider());
        return book.policyFor(situation.issued(issuedAt.toEpochMilli()));
    }

    private static Path file(String regime) {
        return FOLDER.resolve(regime + ".jsonl");
    }
}
