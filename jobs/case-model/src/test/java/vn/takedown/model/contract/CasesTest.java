package vn.takedown.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.model.contract.Requests.instant;
import static vn.takedown.model.contract.Requests.policy;
import static vn.takedown.model.contract.Requests.request;
import static vn.takedown.model.contract.Requests.seen;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.oracle.OracleCase;
import vn.takedown.model.oracle.OracleResult;
import vn.takedown.model.oracle.World;
import vn.takedown.model.reference.Jurisdiction;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.PolicyMatch;
import vn.takedown.model.reference.Provider;
import vn.takedown.model.reference.ProviderType;

/** Which events make which case, which policy it has, and what came before it. */
class CasesTest {

    private static final String CONTENT = "c".repeat(64);
    private static final String TEN = "2026-05-10T10:00:00.000Z";
    private static final Provider HOSTING =
            new Provider(
                    "provider",
                    "Name",
                    ProviderType.HOSTING,
                    Jurisdiction.CROSS_BORDER,
                    "US",
                    Set.of());

    // ---- Events

    @Test
    void withoutAnyEventThereIsNothing() {
        OracleResult nothing = evaluate(List.of());
        assertThat(nothing.cutOff()).isNull();
        assertThat(nothing.cases()).isEmpty();
        assertThat(nothing.periods()).isEmpty();
    }

    @Test
    void theCutOffIsTheLatestEventOfAnyKindAlsoOfNoCase() {
        List<TakedownEvent> events = new ArrayList<>();
        events.add(request("one", TEN, "provider", null));
        events.add(seen("other", "2026-05-11T10:00:00.000Z", "nobody", ObservationStatus.ERROR));
        assertThat(evaluate(events).cutOff()).isEqualTo(instant("2026-05-11T10:00:00.000Z"));
        events.add(new Heartbeat("beat", instant("2026-05-12T10:00:00.000Z")));
        assertThat(evaluate(events).cutOff()).isEqualTo(instant("2026-05-12T10:00:00.000Z"));
    }

    @Test
    void aRepeatedEventCountsOnce() {
        TakedownEvent up =
                seen("one", "2026-05-10T11:00:00.000Z", "provider", ObservationStatus.UP);
        OracleCase item =
                evaluate(List.of(request("one", TEN, "provider", null), up, up)).caseOf("one/item");
        assertThat(item.get("observations")).isEqualTo(1L);
    }

    @Test
    void theSameIdInAnotherTopicIsAnotherEvent() {
        RequestIssued issued = request("one", TEN, "provider", null);
        OracleResult result =
                evaluate(List.of(new Heartbeat(issued.eventId(), instant(TEN) + 1), issued));
        assertThat(result.cases()).hasSize(1);
        assertThat(result.cutOff()).isEqualTo(instant(TEN) + 1);
    }

    @Test
    void withoutItsRequestThereIsNoCase() {
        assertThat(evaluate(List.of(update(TEN, "provider", "0".repeat(64)))).cases()).isEmpty();
    }

    @Test
    void aSecondRequestForTheSameCaseHasNoEffect() {
        RequestIssued first = request("one", TEN, "provider", null);
        RequestIssued second =
                new RequestIssued(
                        "a-smaller-id",
                        first.occurredAt() + 1,
                        first.requestId(),
                        first.itemId(),
                        first.providerId(),
                        first.targetKey(),
                        Action.BLOCK,
                        first.category(),
                        first.urgency(),
                        "other authority",
                        first.source(),
                        CONTENT,
                        null,
                        null);
        OracleCase item = evaluate(List.of(second, first)).caseOf("one/item");
        assertThat(item.get("action")).isEqualTo("REMOVE");
        assertThat(item.get("issued_at")).isEqualTo(instant(TEN));
        assertThat(item.get("content_key")).isNull();
    }

    @Test
    void anEventThatDisagreesWithItsRequestIsIgnored() {
        RequestIssued issued = request("one", TEN, "provider", null);
        String later = "2026-05-10T11:00:00.000Z";
        OracleCase item =
                evaluate(
                                List.of(
                                        issued,
                                        update(later, "another", issued.targetKey()),
                                        update(later, "provider", "f".repeat(64))))
                        .caseOf("one/item");
        assertThat(item.get("delivered_at")).isNull();
        assertThat(
                        evaluate(List.of(issued, update(later, "provider", issued.targetKey())))
                                .caseOf("one/item")
                                .get("delivered_at"))
                .isEqualTo(instant(later));
    }

    @Test
    void oneObservationSpeaksForEveryCaseOfItsTarget() {
        RequestIssued issued = request("one", TEN, "provider", null);
        RequestIssued again =
                new RequestIssued(
                        "issued-again",
                        issued.occurredAt(),
                        "again",
                        "item",
                        issued.providerId(),
                        issued.targetKey(),
                        issued.action(),
                        issued.category(),
                        issued.urgency(),
                        issued.authorityId(),
                        issued.source(),
                        null,
                        null,
                        "law of the request");
        OracleResult result =
                evaluate(
                        List.of(
                                issued,
                                again,
                                seen(
                                        "one",
                                        "2026-05-10T12:00:00.000Z",
                                        "provider",
                                        ObservationStatus.UP)));
        assertThat(result.cases())
                .extracting(item -> item.get("observations"))
                .containsExactly(1L, 1L);
        assertThat(result.caseOf("again/item").get("legal_basis")).isEqualTo("law of the request");
    }

    @Test
    void flagsCountsAndRecidivismAreNeverNull() {
        OracleCase fresh =
                evaluate(List.of(request("one", TEN, "provider", null))).caseOf("one/item");
        assertThat(fresh.get("false_claim")).isEqualTo(false);
        assertThat(fresh.get("geo_only")).isEqualTo(false);
        assertThat(fresh.get("removals")).isEqualTo(0L);
        assertThat(fresh.get("reinstatements")).isEqualTo(0L);
        assertThat(fresh.get("recidivism")).isEqualTo("NONE");
        assertThat(fresh.get("prior_cases")).isEqualTo(0L);
        assertThat(fresh.get("observations")).isEqualTo(0L);
    }

    // ---- Policies

    @Test
    void withoutAPolicyTheBuiltInDefaultHolds() {
        OracleCase item = withPolicies();
        assertThat(item.get("policy_id")).isEqualTo("default");
        assertThat(item.get("policy_version")).isEqualTo(0L);
        assertThat(item.get("legal_basis")).isNull();
        assertThat(item.get("due_at")).isEqualTo(instant("2026-05-11T10:00:00.000Z"));
    }

    @Test
    void theHigherPriorityWinsAndThenTheSmallerId() {
        assertThat(
                        withPolicies(
                                        policy("b", 1, 1, 2),
                                        policy("a", 1, 1, 3),
                                        policy("z", 1, 0, 4))
                                .get("policy_id"))
                .isEqualTo("a");
        assertThat(withPolicies(policy("a", 1, 1, 3), policy("z", 1, 2, 4)).get("policy_id"))
                .isEqualTo("z");
    }

    @Test
    void theHighestVersionInForceReplacesTheOthersAlsoForTheirMatch() {
        PolicyMatch blocking =
                new PolicyMatch(Set.of(), Set.of(), Set.of(Action.BLOCK), Set.of(), Set.of());
        OracleCase item =
                withPolicies(
                        policy("a", 2, 5, 3, 0, null, blocking),
                        policy("a", 1, 5, 3),
                        policy("b", 1, 1, 4));
        assertThat(item.get("policy_id")).isEqualTo("b");
        assertThat(item.get("legal_basis")).isEqualTo("basis-b");
    }

    @Test
    void aVersionIsInForceFromItsStartUntilBeforeItsEnd() {
        long ten = instant(TEN);
        Policy starting = policy("a", 2, 0, 2, ten, null, PolicyMatch.ANY);
        Policy notYet = policy("a", 3, 0, 3, ten + 1, null, PolicyMatch.ANY);
        Policy over = policy("a", 4, 0, 4, 0, ten, PolicyMatch.ANY);
        Policy ending = policy("a", 1, 0, 1, 0, ten + 1, PolicyMatch.ANY);
        assertThat(withPolicies(ending, starting, notYet, over).get("policy_version"))
                .isEqualTo(2L);
        assertThat(withPolicies(ending, notYet, over).get("policy_version")).isEqualTo(1L);
        assertThat(withPolicies(notYet, over).get("policy_id")).isEqualTo("default");
    }

    @Test
    void aPolicyForATypeOfProviderIsNotForAnUnknownOne() {
        Policy forHosting =
                policy(
                        "a",
                        1,
                        0,
                        1,
                        0,
                        null,
                        new PolicyMatch(
                                Set.of(ProviderType.HOSTING),
                                Set.of(),
                                Set.of(),
                                Set.of(),
                                Set.of()));
        assertThat(withPolicies(forHosting).get("policy_id")).isEqualTo("a");
        OracleCase unknown =
                Judges.agreeOn(
                                new World(
                                        List.of(request("one", TEN, "provider", null)),
                                        List.of(),
                                        List.of(forHosting)))
                        .caseOf("one/item");
        assertThat(unknown.get("policy_id")).isEqualTo("default");
        assertThat(unknown.get("provider_name")).isNull();
        assertThat(unknown.get("provider_type")).isNull();
        assertThat(unknown.get("jurisdiction")).isNull();
    }

    // ---- Recidivism

    @Test
    void anEarlierCaseRemovedByThenIsStrict() {
        assertRecidivism("STRICT", 1L, "2026-05-10T12:00:00.000Z");
    }

    @Test
    void anEarlierCaseRemovedLaterIsLoose() {
        assertRecidivism("LOOSE", 1L, "2026-05-10T12:00:00.001Z");
    }

    @Test
    void withoutAContentKeyThereIsNoRecidivism() {
        OracleResult result =
                evaluate(
                        List.of(
                                request("one", TEN, "provider", null),
                                request("two", "2026-05-10T12:00:00.000Z", "provider", null)));
        assertThat(result.caseOf("two/item").get("recidivism")).isEqualTo("NONE");
        assertThat(result.caseOf("two/item").get("prior_cases")).isEqualTo(0L);
    }

    @Test
    void theSameContentAtAnotherProviderIsNoRecidivism() {
        OracleResult result =
                evaluate(
                        List.of(
                                request("one", TEN, "another", CONTENT),
                                request("two", "2026-05-10T12:00:00.000Z", "provider", CONTENT)));
        assertThat(result.caseOf("two/item").get("recidivism")).isEqualTo("NONE");
    }

    @Test
    void ofCasesIssuedAtOnceTheSmallerIdIsTheEarlier() {
        OracleResult result =
                evaluate(
                        List.of(
                                request("b", TEN, "provider", CONTENT),
                                request("c", TEN, "provider", CONTENT),
                                request("a", TEN, "provider", CONTENT)));
        assertThat(result.cases())
                .extracting(item -> item.get("prior_cases"))
                .containsExactly(0L, 1L, 2L);
        assertThat(result.cases())
                .extracting(item -> item.get("recidivism"))
                .containsExactly("NONE", "LOOSE", "LOOSE");
    }

    private static void assertRecidivism(String expected, long priorCases, String confirmedAt) {
        World world =
                new World(
                        List.of(
                                request("one", TEN, "provider", CONTENT),
                                seen("one", confirmedAt, "provider", ObservationStatus.DOWN_HARD),
                                request("two", "2026-05-10T12:00:00.000Z", "provider", CONTENT)),
                        List.of(HOSTING),
                        List.of(policy("a", 1, 0, 24)));
        OracleCase second = Judges.agreeOn(world).caseOf("two/item");
        assertThat(second.get("recidivism")).isEqualTo(expected);
        assertThat(second.get("prior_cases")).isEqualTo(priorCases);
    }

    private static OracleResult evaluate(List<TakedownEvent> events) {
        return Judges.agreeOn(new World(events, List.of(HOSTING), List.of()));
    }

    private static OracleCase withPolicies(Policy... policies) {
        return Judges.agreeOn(
                        new World(
                                List.of(request("one", TEN, "provider", null)),
                                List.of(HOSTING),
                                List.of(policies)))
                .caseOf("one/item");
    }

    private static RequestUpdated update(String at, String provider, String target) {
        return new RequestUpdated(
                "update-" + provider + target.charAt(0),
                instant(at),
                RequestUpdate.DELIVERED,
                "one",
                "item",
                provider,
                target,
                null);
    }
}
