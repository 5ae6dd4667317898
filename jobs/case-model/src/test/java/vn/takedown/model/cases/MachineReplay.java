package vn.takedown.model.cases;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import vn.takedown.model.alerting.ProviderSignal;
import vn.takedown.model.cohort.CohortEntry;
import vn.takedown.model.cohort.ContentHistory;
import vn.takedown.model.cohort.CountedValues;
import vn.takedown.model.cohort.Period;
import vn.takedown.model.cohort.PeriodCounts;
import vn.takedown.model.cohort.PeriodFigures;
import vn.takedown.model.cohort.Recidivism;
import vn.takedown.model.coverage.CoverageChange;
import vn.takedown.model.coverage.HourTallies;
import vn.takedown.model.coverage.HourTally;
import vn.takedown.model.coverage.ProviderCoverage;
import vn.takedown.model.event.CaseEvent;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.oracle.World;
import vn.takedown.model.reference.ReferenceBook;
import vn.takedown.model.standing.StandingChange;

/**
 * Runs a world through the case machine the way the job does, but in plain Java: time passes in
 * random steps, and state goes through its encoding between them.
 */
final class MachineReplay {

    private static final long REFRESH = Duration.ofHours(1).toMillis();

    private final World world;
    private final Random random;
    private final ReferenceBook reference = new ReferenceBook();
    private final Map<String, CaseChange> newest = new TreeMap<>();
    private final Map<String, String> providers = new HashMap<>();
    private final Map<String, String> targets = new HashMap<>();
    private final Map<String, CohortTotals> cohorts = new TreeMap<>();
    private final List<CaseSituation> situations = new ArrayList<>();
    private final List<ProviderSignal> signals = new ArrayList<>();
    private final Map<String, HourTallies> coverage = new TreeMap<>();
    private final List<StandingChange> standings = new ArrayList<>();
    private long cutOff = Long.MIN_VALUE;

    /** Per cent of the events that come after time has passed them. */
    private final int lateShare;

    private MachineReplay(World world, long seed, int lateShare) {
        this.world = world;
        this.lateShare = lateShare;
        this.random = new Random(seed);
    }

    static MachineReplay of(World world, long seed) {
        return withLateEvents(world, seed, 0);
    }

    static MachineReplay withLateEvents(World world, long seed, int lateShare) {
        MachineReplay replay = new MachineReplay(world, seed, lateShare);
        replay.run();
        return replay;
    }

    private void run() {
        world.providers().forEach(reference::put);
        world.policies().forEach(reference::put);
        Map<String, List<TakedownEvent>> byTarget = new LinkedHashMap<>();
        for (TakedownEvent event : onlyFirst(withoutRepeats())) {
            cutOff = Math.max(cutOff, event.occurredAt());
            if (!(event instanceof Heartbeat)) {
                byTarget.computeIfAbsent(target(event), key -> new ArrayList<>()).add(event);
            }
        }
        byTarget.forEach(this::follow);
    }

    private List<TakedownEvent> withoutRepeats() {
        Set<String> seen = new HashSet<>();
        List<TakedownEvent> events = new ArrayList<>();
        for (TakedownEvent event : world.events()) {
            if (seen.add(topic(event) + event.eventId())) {
                events.add(event);
            }
        }
        return events;
    }

    private static String topic(TakedownEvent event) {
        if (event instanceof Observation) {
            return "observations:";
        }
        if (event instanceof Heartbeat) {
            return "heartbeats:";
        }
        return event instanceof vn.takedown.model.event.Acknowledgement
                ? "acknowledgements:"
                : "requests:";
    }

    private List<TakedownEvent> onlyFirst(List<TakedownEvent> events) {
        Map<String, TakedownEvent> first = new HashMap<>();
        for (TakedownEvent event : events) {
            if (event instanceof RequestIssued issued) {
                first.merge(
                        issued.caseId(),
                        event,
                        (one, other) ->
                                EventOrder.COMPARATOR.compare(one, other) <= 0 ? one : other);
            }
        }
        List<TakedownEvent> kept = new ArrayList<>();
        for (TakedownEvent event : events) {
            cutOff = Math.max(cutOff, event.occurredAt());
            if (!(event instanceof RequestIssued issued) || first.get(issued.caseId()) == event) {
                kept.add(event);
            }
        }
        return kept;
    }

    private static String target(TakedownEvent event) {
        if (event instanceof Observation observation) {
            return observation.providerId() + "|" + observation.targetKey();
        }
        CaseEvent caseEvent = (CaseEvent) event;
        return caseEvent.providerId() + "|" + caseEvent.targetKey();
    }

    private void follow(String key, List<TakedownEvent> events) {
        String[] parts = key.split("\\|");
        TargetMachine machine =
                new TargetMachine(
                        reference,
                        REFRESH,
                        Long.MAX_VALUE,
                        false,
                        change -> changed(change, parts),
                        coverage.computeIfAbsent(parts[0], provider -> new HourTallies()));
        List<TakedownEvent> waiting = new ArrayList<>();
        List<TakedownEvent> late = new ArrayList<>();
        for (TakedownEvent event : events) {
            (random.nextInt(100) < lateShare ? late : waiting).add(event);
        }
        waiting.sort(EventOrder.COMPARATOR);
        Followed target = new Followed(machine);
        long now = events.stream().mapToLong(TakedownEvent::occurredAt).min().orElseThrow();
        now -= random.nextInt(1000);
        while (now < cutOff) {
            target.advance(waiting, now);
            target.restate(late, now);
            target.throughEncoding();
            if (random.nextInt(4) == 0) {
                target.settle(late);
            }
            now += 1 + random.nextInt(1 << (1 + random.nextInt(29)));
        }
        target.advance(waiting, cutOff);
        target.restate(late, cutOff);
        machine.flush(target.state, cutOff);
    }

    /** One target and what was applied to it, as the job keeps them. */
    private final class Followed implements Arrivals<TakedownEvent> {
        private final TargetMachine machine;
        private TargetState state = new TargetState();
        private TargetState base = new TargetState();
        private final List<PastEvent> past = new ArrayList<>();

        Followed(TargetMachine machine) {
            this.machine = machine;
        }

        void advance(List<TakedownEvent> waiting, long until) {
            int applied = machine.advance(state, waiting, this, until);
            waiting.subList(0, applied).clear();
        }

        /** Lets some of the late events come whose time has passed; at the end all of them. */
        void restate(List<TakedownEvent> late, long now) {
            for (TakedownEvent event : List.copyOf(late)) {
                boolean passed = event.occurredAt() <= now;
                if (passed && (now == cutOff || random.nextInt(3) == 0)) {
                    late.remove(event);
                    Restatement restatement = machine.restate(state, base, past, event, now);
                    if (restatement.outcome() != Application.IGNORED_SECOND_ISSUED) {
                        past.add(restatement.event());
                        past.sort(PastEvent.ORDER);
                    }
                }
            }
        }

        void throughEncoding() {
            state = MachineReplay.throughEncoding(state);
            past.replaceAll(MachineReplay::throughEncoding);
        }

        /** Forgets the single events before the first one that is still to come late. */
        void settle(List<TakedownEvent> late) {
            long horizon =
                    late.stream().mapToLong(TakedownEvent::occurredAt).min().orElse(Long.MAX_VALUE);
            List<PastEvent> settled = past.stream().filter(event -> event.at() < horizon).toList();
            base = machine.advanceBase(state, base, settled);
            past.subList(0, settled.size()).clear();
        }

        @Override
        public TakedownEvent event(TakedownEvent arrival) {
            return arrival;
        }

        @Override
        public boolean late(TakedownEvent arrival) {
            return false;
        }

        @Override
        public void applied(TakedownEvent arrival, PastEvent event, Application outcome) {
            if (outcome != Application.IGNORED_SECOND_ISSUED) {
                past.add(event);
            }
        }
    }

    private void changed(CaseChange change, String[] target) {
        String caseId = change.facts().identity().caseId();
        providers.put(caseId, target[0]);
        targets.put(caseId, target[1]);
        newest.put(caseId, change);
        situations.add(CaseSituation.of(change, target[0], null));
        ProviderSignal signal = ProviderSignal.of(change, target[0], null);
        if (signal != null) {
            signals.add(signal);
        }
        StandingChange standing = StandingChange.of(change, target[0]);
        if (standing != null) {
            standings.add(standing);
        }
        CohortEntry before = change.before() == null ? null : CohortEntry.of(change.before());
        for (String id : periodsOf(change.facts().identity().issuedAt(), target[0])) {
            cohorts.computeIfAbsent(id, key -> new CohortTotals())
                    .change(before, CohortEntry.of(change.after()));
        }
    }

    private static PastEvent throughEncoding(PastEvent past) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            PastEventEncoding.write(past, new DataOutputStream(bytes));
            return PastEventEncoding.read(
                    new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static TargetState throughEncoding(TargetState target) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            TargetStateEncoding.write(target, new DataOutputStream(bytes));
            DataInputStream input =
                    new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
            TargetState copy = TargetStateEncoding.read(input);
            if (input.available() > 0) {
                throw new IllegalStateException("The encoding leaves bytes unread.");
            }
            return copy;
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /** How each case stood at each of its documents, those of one case in order. */
    List<CaseSituation> situations() {
        return situations;
    }

    /** What the documents mean for the providers, those of one case in order. */
    List<ProviderSignal> signals() {
        return signals;
    }

    /** What they change in how the providers stand, those of one case in order. */
    List<StandingChange> standings() {
        return standings;
    }

    ReferenceBook reference() {
        return reference;
    }

    /** The case documents in the oracle's form, by case id. */
    Map<String, Map<String, Object>> cases() {
        Map<String, ContentHistory> histories = new HashMap<>();
        newest.forEach(
                (caseId, change) -> {
                    if (change.facts().identity().contentKey() != null) {
                        history(histories, caseId, change)
                                .put(
                                        new ContentHistory.Entry(
                                                caseId,
                                                change.facts().identity().issuedAt(),
                                                change.after().confirmedDownAt()));
                    }
                });
        Map<String, Map<String, Object>> documents = new TreeMap<>();
        newest.forEach(
                (caseId, change) -> {
                    ContentHistory.Answer answer =
                            change.facts().identity().contentKey() == null
                                    ? ContentHistory.Answer.NONE
                                    : history(histories, caseId, change).answer(caseId);
                    documents.put(
                            caseId,
                            MachineDocuments.of(
                                    change,
                                    providers.get(caseId),
                                    targets.get(caseId),
                                    reference.provider(providers.get(caseId)),
                                    answer));
                });
        return documents;
    }

    private ContentHistory history(
            Map<String, ContentHistory> histories, String caseId, CaseChange change) {
        return histories.computeIfAbsent(
                providers.get(caseId) + "|" + change.facts().identity().contentKey(),
                key -> new ContentHistory());
    }

    /** {@code T}. */
    long cutOff() {
        return cutOff;
    }

    /** The period figures by period id. */
    Map<String, PeriodFigures> periods() {
        Map<String, List<Recidivism>> levels = new HashMap<>();
        for (Map<String, Object> item : cases().values()) {
            Recidivism level = Recidivism.valueOf((String) item.get("recidivism"));
            for (String id : periodsOf((Long) item.get("issued_at"), item.get("provider_id"))) {
                levels.computeIfAbsent(id, key -> new ArrayList<>()).add(level);
            }
        }
        Map<String, PeriodFigures> figures = new TreeMap<>();
        cohorts.forEach((id, totals) -> figures.put(id, totals.figures(levels.get(id), cutOff)));
        return figures;
    }

    /** The coverage documents in the oracle's form, by id. */
    Map<String, Map<String, Object>> coverage() {
        Map<String, Map<String, Object>> documents = new TreeMap<>();
        coverage.forEach(
                (providerId, tallies) -> {
                    List<HourTally> hours = tallies.drain();
                    ProviderCoverage provider = new ProviderCoverage();
                    if (!hours.isEmpty()) {
                        provider.add(new CoverageChange(providerId, hours));
                    }
                    provider.show(
                            HourTally.hourOf(cutOff),
                            hour -> {
                                Map<String, Object> fields = MachineDocuments.of(hour, providerId);
                                documents.put(fields.get("hour") + "|" + providerId, fields);
                            });
                });
        return documents;
    }

    private static List<String> periodsOf(long issuedAt, Object providerId) {
        List<String> ids = new ArrayList<>();
        for (Period period : Period.values()) {
            ids.add(period + "|" + period.startOf(issuedAt) + "|" + providerId);
            ids.add(period + "|" + period.startOf(issuedAt) + "|_all");
        }
        return ids;
    }

    private static final class CohortTotals {
        private final PeriodCounts counts = new PeriodCounts();
        private final TreeMap<Long, Integer> acknowledgements = new TreeMap<>();
        private final TreeMap<Long, Integer> removals = new TreeMap<>();
        private final TreeMap<Long, Integer> standing = new TreeMap<>();
        private final TreeMap<Long, Integer> running = new TreeMap<>();

        void change(CohortEntry before, CohortEntry after) {
            if (before != null) {
                counts.take(before);
                durations(before, -1);
            }
            counts.add(after);
            durations(after, 1);
        }

        private void durations(CohortEntry entry, int by) {
            count(acknowledgements, entry.ackElapsed(), by);
            count(removals, entry.removalHigh(), by);
            count(standing, entry.standing(), by);
            count(running, entry.runningFrom(), by);
        }

        private static void count(TreeMap<Long, Integer> values, Long value, int by) {
            if (value != null) {
                values.merge(value, by, Integer::sum);
                values.remove(value, 0);
            }
        }

        PeriodFigures figures(List<Recidivism> levels, long now) {
            PeriodCounts all = PeriodCounts.fromArray(counts.toArray());
            levels.forEach(all::add);
            TreeMap<Long, Integer> censored = new TreeMap<>(standing);
            running.forEach(
                    (from, count) -> censored.merge(Math.max(0, now - from), count, Integer::sum));
            return PeriodFigures.of(
                    all,
                    CountedValues.of(acknowledgements),
                    CountedValues.of(removals),
                    CountedValues.of(censored));
        }
    }
}
