package vn.takedown.model.oracle;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.takedown.model.event.CaseEvent;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.TakedownEvent;

/**
 * Works out every coverage document of a whole input at once, from the definition in {@code
 * jobs/README.md}: each case is judged anew after each of its events.
 */
public final class CoverageOracle {

    private static final long HOUR = 60 * 60 * 1000;
    private static final long LONGEST_GAP = 366L * 24 * HOUR;

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    // Section 6, 6: order by (occurred_at, event_id); a case dated at the instant of another event
    // is there before it.
    private static final Comparator<TakedownEvent> ORDER =
            Comparator.comparingLong(TakedownEvent::occurredAt)
                    .thenComparing(event -> event instanceof RequestIssued ? 0 : 1)
                    .thenComparing(TakedownEvent::eventId);

    private CoverageOracle() {}

    /** By {@code _id}: every field but {@code updated_at}, instants as milliseconds. */
    public static Map<String, Map<String, Object>> evaluate(World world) {
        List<TakedownEvent> events = BatchOracle.withoutDuplicates(world.events());
        events.sort(ORDER);
        Map<String, Map<String, Object>> documents = new TreeMap<>();
        if (events.isEmpty()) {
            return documents;
        }
        long cutOff = events.get(events.size() - 1).occurredAt();
        List<Watched> cases = new ArrayList<>();
        for (CaseFigures figures : BatchOracle.figures(world, events, cutOff)) {
            cases.add(Watched.of(figures, events));
        }
        List<Observation> observations = new ArrayList<>();
        for (TakedownEvent event : events) {
            if (event instanceof Observation observation
                    && cases.stream().anyMatch(item -> item.isThereFor(observation))) {
                observations.add(observation);
            }
        }
        Map<String, List<Watched>> byProvider =
                cases.stream()
                        .collect(Collectors.groupingBy(item -> item.figures.issued().providerId()));
        byProvider.forEach(
                (providerId, own) ->
                        documents.putAll(
                                documents(
                                        providerId,
                                        own,
                                        observations.stream()
                                                .filter(
                                                        seen ->
                                                                seen.providerId()
                                                                        .equals(providerId))
                                                .toList(),
                                        cutOff)));
        return documents;
    }

    private static Map<String, Map<String, Object>> documents(
            String providerId, List<Watched> cases, List<Observation> observations, long cutOff) {
        TreeSet<Long> eventful = new TreeSet<>();
        observations.forEach(seen -> eventful.add(hourOf(seen.occurredAt())));
        cases.forEach(item -> item.turns.keySet().forEach(at -> eventful.add(hourOf(at))));
        Map<String, Map<String, Object>> documents = new TreeMap<>();
        if (eventful.isEmpty()) {
            return documents;
        }
        for (long hour = eventful.first(); hour <= cutOff; hour += HOUR) {
            long from = hour;
            List<Watched> open = cases.stream().filter(item -> item.isOpenIn(from)).toList();
            List<Observation> seen =
                    observations.stream()
                            .filter(observation -> isIn(from, observation.occurredAt()))
                            .toList();
            boolean silentForLong = hour - eventful.floor(hour) > LONGEST_GAP;
            if (!silentForLong && (!open.isEmpty() || !seen.isEmpty())) {
                Map<String, Object> document = document(hour, open, seen, cases);
                document.put("provider_id", providerId);
                documents.put(document.get("hour") + "|" + providerId, document);
            }
        }
        return documents;
    }

    private static Map<String, Object> document(
            long hour, List<Watched> open, List<Observation> seen, List<Watched> cases) {
        long observed = open.stream().filter(item -> item.isObservedIn(hour)).count();
        Map<String, Object> fields = new TreeMap<>();
        fields.put("hour", INSTANT.format(Instant.ofEpochMilli(hour)));
        fields.put("open_cases", (long) open.size());
        fields.put("observed_cases", observed);
        fields.put("coverage", open.isEmpty() ? null : (Double) ((double) observed / open.size()));
        fields.put("observations", (long) seen.size());
        fields.put("up", count(seen, Set.of(ObservationStatus.UP)));
        fields.put(
                "down",
                count(seen, Set.of(ObservationStatus.DOWN_HARD, ObservationStatus.DOWN_SOFT)));
        fields.put("blocked", count(seen, Set.of(ObservationStatus.BLOCKED)));
        fields.put("geo_blocked", count(seen, Set.of(ObservationStatus.GEO_BLOCKED)));
        fields.put("ambiguous", count(seen, Set.of(ObservationStatus.AMBIGUOUS)));
        fields.put("error", count(seen, Set.of(ObservationStatus.ERROR)));
        fields.put(
                "counted",
                seen.stream()
                        .filter(
                                observation ->
                                        cases.stream()
                                                .anyMatch(
                                                        item ->
                                                                item.countedAtOnce.contains(
                                                                        observation.eventId())))
                        .count());
        fields.put(
                "last_observation_at",
                seen.isEmpty() ? null : (Long) seen.get(seen.size() - 1).occurredAt());
        return fields;
    }

    private static long count(List<Observation> seen, Set<ObservationStatus> wanted) {
        return seen.stream().filter(observation -> wanted.contains(observation.status())).count();
    }

    private static long hourOf(long instant) {
        return Math.floorDiv(instant, HOUR) * HOUR;
    }

    private static boolean isIn(long hour, long instant) {
        return instant >= hour && instant < hour + HOUR;
    }

    /**
     * One case.
     *
     * @param figures as of the cut-off
     * @param turns when it became open or ceased to be: after each of these events
     * @param opened instants of the events after which it was open
     * @param countedAtOnce ids of the observations that counted when they were made
     */
    private record Watched(
            CaseFigures figures,
            TreeMap<Long, List<Boolean>> turns,
            TreeSet<Long> opened,
            Set<String> countedAtOnce) {

        static Watched of(CaseFigures figures, List<TakedownEvent> events) {
            RequestIssued issued = figures.issued();
            List<TakedownEvent> own =
                    events.stream().filter(event -> concerns(event, issued)).toList();
            TreeMap<Long, List<Boolean>> turns = new TreeMap<>();
            TreeSet<Long> opened = new TreeSet<>();
            Set<String> counted = new TreeSet<>();
            boolean open = false;
            for (int known = own.indexOf(issued) + 1; known <= own.size(); known++) {
                TakedownEvent newest = own.get(known - 1);
                CaseFigures then =
                        new CaseFigures(
                                CaseHistory.of(issued, own.subList(0, known)),
                                figures.provider(),
                                figures.policy(),
                                newest.occurredAt());
                if (then.isToBeWatched() != open) {
                    open = !open;
                    turns.computeIfAbsent(newest.occurredAt(), at -> new ArrayList<>()).add(open);
                    if (open) {
                        opened.add(newest.occurredAt());
                    }
                }
                if (newest instanceof Observation seen
                        && then.countedObservations().contains(seen)) {
                    counted.add(seen.eventId());
                }
            }
            return new Watched(figures, turns, opened, counted);
        }

        private static boolean concerns(TakedownEvent event, RequestIssued issued) {
            if (event instanceof Observation observation) {
                return observation.providerId().equals(issued.providerId())
                        && observation.targetKey().equals(issued.targetKey());
            }
            return event instanceof CaseEvent other
                    && other.caseId().equals(issued.caseId())
                    && (!(event instanceof RequestIssued) || event.equals(issued));
        }

        boolean isThereFor(Observation observation) {
            return observation.providerId().equals(figures.issued().providerId())
                    && observation.targetKey().equals(figures.issued().targetKey())
                    && observation.occurredAt() >= figures.issuedAt();
        }

        /** When the hour begins, or after any event in it. */
        boolean isOpenIn(long hour) {
            Map.Entry<Long, List<Boolean>> before = turns.lowerEntry(hour);
            boolean fromTheBeginning =
                    before != null && before.getValue().get(before.getValue().size() - 1);
            return fromTheBeginning || !opened.subSet(hour, hour + HOUR).isEmpty();
        }

        /** By a counted observation at or after t0. */
        boolean isObservedIn(long hour) {
            return figures.countedObservations().stream()
                    .anyMatch(
                            seen ->
                                    isIn(hour, seen.occurredAt())
                                            && seen.occurredAt() >= figures.t0());
        }
    }
}
