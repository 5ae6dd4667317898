package vn.takedown.model.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestSource;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.reference.ClockStart;
import vn.takedown.model.reference.Confirmation;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.PolicyMatch;
import vn.takedown.model.reference.ReferenceBook;

class DeadlineExplanationTest {

    private static final long ISSUED_AT = 1_000_000;
    private static final Duration DURATION = Duration.ofMillis(10);

    @Property(tries = 2_000)
    void theDeadlineIsTheOneOfTheCaseMachine(@ForAll long seed, @ForAll ClockStart start) {
        Random random = new Random(seed);
        Policy policy = policy(start);
        List<RequestUpdated> updates = new ArrayList<>();
        RequestUpdate[] types = RequestUpdate.values();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            updates.add(
                    update(i, types[random.nextInt(types.length)], ISSUED_AT + random.nextInt(25)));
        }

        DeadlineExplanation explanation = DeadlineExplanation.of(issued(), policy, updates);

        CaseFigures figures = figures(policy, updates);
        assertThat(explanation.start()).isEqualTo(figures.start());
        assertThat(explanation.dueAt()).isEqualTo(figures.dueAt());
        assertThat(explanation.steps()).hasSameSizeAs(updates);
        if (explanation.dueAt() != null) {
            assertThat(explanation.plannedDueAt() + explanation.counted())
                    .isEqualTo(explanation.dueAt());
        }
        Collections.shuffle(updates, random);
        assertThat(DeadlineExplanation.of(issued(), policy, updates)).isEqualTo(explanation);
    }

    @Test
    void whatTheJobIgnoresIsShownAsIgnored() {
        RequestUpdated early = update(1, RequestUpdate.PAUSED, ISSUED_AT - 1);
        RequestUpdated foreign =
                new RequestUpdated(
                        "e2", ISSUED_AT + 1, RequestUpdate.PAUSED, "r", "other", "p", "t", null);

        DeadlineExplanation explanation =
                DeadlineExplanation.of(
                        issued(), policy(ClockStart.ISSUED), List.of(foreign, early));

        assertThat(explanation.steps())
                .extracting(DeadlineStep::effect)
                .containsExactly(DeadlineEffect.BEFORE_ISSUED, DeadlineEffect.OTHER_CASE);
        assertThat(explanation.dueAt()).isEqualTo(ISSUED_AT + DURATION.toMillis());
    }

    private static CaseFigures figures(Policy policy, List<RequestUpdated> updates) {
        ReferenceBook book = new ReferenceBook();
        book.put(policy);
        List<TakedownEvent> events = new ArrayList<>(updates);
        events.add(issued());
        events.sort(EventOrder.COMPARATOR);
        TargetState target = new TargetState();
        long until = ISSUED_AT + 100;
        new TargetMachine(book, 1, change -> {})
                .advance(target, events, Arrivals.inTime((event, outcome) -> {}), until);
        return CaseFigures.of(target.cases().get(0), until);
    }

    private static RequestIssued issued() {
        return new RequestIssued(
                "issued",
                ISSUED_AT,
                "r",
                "i",
                "p",
                "t",
                Action.REMOVE,
                Category.CSAM,
                Urgency.STANDARD,
                "a",
                RequestSource.AUTHORITY,
                null,
                null,
                null);
    }

    private static RequestUpdated update(int number, RequestUpdate type, long at) {
        return new RequestUpdated("e" + number, at, type, "r", "i", "p", "t", null);
    }

    private static Policy policy(ClockStart start) {
        return new Policy(
                "policy",
                1,
                0,
                null,
                "Law",
                0,
                PolicyMatch.ANY,
                start,
                DURATION,
                null,
                List.of(),
                Confirmation.DEFAULT,
                Policy.DEFAULT_CLAIM_TOLERANCE,
                null,
                List.of());
    }
}
