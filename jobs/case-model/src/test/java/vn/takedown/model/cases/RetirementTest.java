package vn.takedown.model.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.ControlStatus;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestSource;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.event.Vantage;
import vn.takedown.model.reference.ReferenceBook;

/** When a closed case leaves the state, and what then becomes of its events. */
class RetirementTest {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = 24 * HOUR;
    private static final long START = 1_772_323_200_000L;
    private static final long WATCH = 365 * DAY;
    private static final String TARGET = "a".repeat(64);

    private final TargetState target = new TargetState();
    private final List<CaseChange> documents = new ArrayList<>();
    private final List<Application> outcomes = new ArrayList<>();
    private final TargetMachine machine =
            new TargetMachine(new ReferenceBook(), HOUR, WATCH, false, documents::add);

    @Test
    void aRemovedCaseIsFollowedForTheWholeWatchAndThenRetired() {
        apply(issued(), down(1, "v1"), down(4, "v2"), down(8, "v1"));

        pass(START + 8 * HOUR + WATCH - 1);
        assertThat(target.cases()).hasSize(1);

        pass(START + 8 * HOUR + WATCH + DAY);
        assertThat(target.cases()).isEmpty();
        assertThat(documents.get(documents.size() - 1).after().state())
                .isEqualTo(LifecycleState.REMOVED);
    }

    @Test
    void aReinstatementKeepsTheCase() {
        apply(issued(), down(1, "v1"), down(4, "v2"), down(8, "v1"), up(9));

        pass(START + 3 * WATCH);
        assertThat(target.cases()).hasSize(1);
    }

    @Test
    void anOpenCaseIsNeverRetired() {
        apply(issued(), up(1));

        pass(START + 10 * WATCH);
        assertThat(target.cases()).hasSize(1);
    }

    @Test
    void whatComesForARetiredCaseIsTooLate() {
        apply(issued(), withdrawn(2));
        pass(START + WATCH + 3 * DAY);
        assertThat(target.cases()).isEmpty();
        TargetState kept = target.copy();

        RequestUpdated late =
                new RequestUpdated(
                        "late",
                        START + WATCH + 4 * DAY,
                        RequestUpdate.PAUSED,
                        "request",
                        "item",
                        "provider",
                        TARGET,
                        null);
        advance(kept, List.of(late), late.occurredAt());

        assertThat(outcomes).endsWith(Application.TOO_LATE);
        assertThat(kept.cases()).isEmpty();
    }

    @Test
    void withoutAWatchNothingIsRetired() {
        TargetMachine forEver = new TargetMachine(new ReferenceBook(), HOUR, documents::add);
        forEver.advance(
                target,
                List.of(issued(), withdrawn(2)),
                Arrivals.inTime((event, outcome) -> {}),
                START + 20 * WATCH);

        assertThat(target.cases()).hasSize(1);
    }

    private void apply(TakedownEvent... events) {
        advance(target, List.of(events), events[events.length - 1].occurredAt());
    }

    private void pass(long until) {
        advance(target, List.of(), until);
    }

    private void advance(TargetState state, List<TakedownEvent> events, long until) {
        machine.advance(
                state, events, Arrivals.inTime((event, outcome) -> outcomes.add(outcome)), until);
    }

    private static RequestIssued issued() {
        return new RequestIssued(
                "issued",
                START,
                "request",
                "item",
                "provider",
                TARGET,
                Action.REMOVE,
                Category.CSAM,
                Urgency.URGENT,
                "authority",
                RequestSource.AUTHORITY,
                null,
                null,
                null);
    }

    private static RequestUpdated withdrawn(int hour) {
        return new RequestUpdated(
                "withdrawn",
                START + hour * HOUR,
                RequestUpdate.WITHDRAWN,
                "request",
                "item",
                "provider",
                TARGET,
                null);
    }

    private static Observation up(int hour) {
        return seen(hour, "v1", ObservationStatus.UP);
    }

    private static Observation down(int hour, String vantage) {
        return seen(hour, vantage, ObservationStatus.DOWN_HARD);
    }

    private static Observation seen(int hour, String vantage, ObservationStatus status) {
        return new Observation(
                "seen-" + hour,
                START + hour * HOUR,
                "provider",
                TARGET,
                status,
                new Vantage(vantage, "VN", 64500),
                ControlStatus.UNKNOWN,
                null,
                null);
    }
}
