package vn.takedown.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.oracle.AlertExpectation;
import vn.takedown.model.oracle.BatchOracle;
import vn.takedown.model.oracle.ExpectedAlert;
import vn.takedown.model.oracle.OracleCase;
import vn.takedown.model.oracle.OracleResult;
import vn.takedown.model.oracle.World;

/**
 * What the events of one input say by the batch oracle, and the documents that follow from it.
 *
 * @param alerts by key; spells of blindness with them
 * @param hours how each provider was watched
 * @param lateChanges changes by late events, as the log of transitions holds them
 */
record OracleInput(
        World world,
        OracleResult result,
        Map<String, ExpectedAlert> alerts,
        List<Hour> hours,
        List<LateChange> lateChanges,
        List<String> rejections) {

    static final long HOUR = 3_600_000;

    private static final int HOURS_LOOKED_AT = 8;

    /**
     * @param start milliseconds since the epoch
     */
    record Hour(String providerId, long start, long open, long observed) {}

    record LateChange(String caseId, String providerId, long at, String cause) {}

    static OracleInput of(World world) {
        OracleResult result = BatchOracle.evaluate(world);
        List<Hour> hours = hours(world, result);
        Map<String, ExpectedAlert> alerts = new TreeMap<>(AlertExpectation.of(world));
        alerts.putAll(blindness(hours));
        List<LateChange> changes = new ArrayList<>();
        for (OracleCase item : result.cases()) {
            if (isRestated(item)) {
                changes.add(change(item, "OBSERVATION"));
                changes.add(change(item, "ACKNOWLEDGEMENT"));
            }
        }
        return new OracleInput(
                world, result, alerts, hours, changes, List.of("TOO_LATE", "NOT_JSON", "TOO_LATE"));
    }

    private static LateChange change(OracleCase item, String cause) {
        return new LateChange(
                item.caseId(),
                (String) item.get("provider_id"),
                (long) item.get("issued_at") + HOUR,
                cause);
    }

    static boolean isRestated(OracleCase item) {
        return item.caseId().hashCode() % 3 == 0;
    }

    /** A case waits to be looked at from its start on, for some hours at most. */
    private static List<Hour> hours(World world, OracleResult result) {
        Map<String, long[]> counts = new TreeMap<>();
        for (OracleCase item : result.cases()) {
            Long start = (Long) item.get("t0");
            if (start == null || !Recount.eligible(item)) {
                continue;
            }
            for (int i = 0; i < HOURS_LOOKED_AT; i++) {
                long hour = Math.floorDiv(start, HOUR) * HOUR + i * HOUR;
                long[] count =
                        counts.computeIfAbsent(
                                item.get("provider_id") + "|" + hour, key -> new long[2]);
                count[0]++;
                count[1] += isObserved(world, item, hour) ? 1 : 0;
            }
        }
        List<Hour> hours = new ArrayList<>();
        counts.forEach(
                (key, count) -> {
                    String[] parts = key.split("\\|");
                    hours.add(new Hour(parts[0], Long.parseLong(parts[1]), count[0], count[1]));
                });
        return hours;
    }

    private static boolean isObserved(World world, OracleCase item, long hour) {
        for (TakedownEvent event : world.events()) {
            if (event instanceof Observation seen
                    && seen.providerId().equals(item.get("provider_id"))
                    && seen.targetKey().equals(item.get("target_key"))
                    && seen.occurredAt() >= hour
                    && seen.occurredAt() < hour + HOUR
                    && seen.status() != ObservationStatus.ERROR) {
                return true;
            }
        }
        return false;
    }

    /** The last blind hour of each provider; that of the last provider goes on. */
    private static Map<String, ExpectedAlert> blindness(List<Hour> hours) {
        Map<String, ExpectedAlert> spells = new TreeMap<>();
        for (Hour hour : hours) {
            if (hour.observed() == 0) {
                String key = "MONITOR_BLIND|" + hour.providerId() + "|" + hour.providerId();
                spells.put(
                        key,
                        new ExpectedAlert(
                                key, false, hour.start(), hour.start() + HOUR, "critical", null));
            }
        }
        if (!spells.isEmpty()) {
            String last = new TreeMap<>(spells).lastKey();
            ExpectedAlert spell = spells.get(last);
            spells.put(
                    last, new ExpectedAlert(last, true, spell.startsAt(), null, "critical", null));
        }
        return spells;
    }

    /** Writes everything as the job would. */
    void write(Path folder) throws IOException {
        List<Map<String, Object>> cases = new ArrayList<>();
        for (OracleCase item : result.cases()) {
            Map<String, Object> fields = new HashMap<>(item.fields());
            fields.put("restated", isRestated(item));
            cases.add(fields);
        }
        Documents documents =
                new Documents(folder)
                        .cases(cases, result.cutOff())
                        .periods(
                                result.periods().stream().map(period -> period.fields()).toList(),
                                result.cutOff());
        documents.lines("takedown-alerts", alerts.values().stream().map(OracleInput::alert));
        documents.lines("takedown-coverage", hours.stream().map(OracleInput::hour));
        documents.lines("takedown-transitions", lateChanges.stream().map(OracleInput::transition));
        documents.lines(
                "takedown-dead-letters",
                rejections.stream().map(reason -> "{\"reason\":\"" + reason + "\"}"));
    }

    private static String alert(ExpectedAlert alert) {
        String[] key = alert.key().split("\\|");
        return """
                {"alert_key":"%s","kind":"%s","provider_id":"%s","severity":"%s","status":"%s",\
                "starts_at":"%s"%s%s%s}"""
                .formatted(
                        alert.key(),
                        key[0],
                        key[1],
                        alert.severity(),
                        alert.firing() ? "FIRING" : "RESOLVED",
                        Documents.instant(alert.startsAt()),
                        alert.endsAt() == null
                                ? ""
                                : ",\"ends_at\":\"" + Documents.instant(alert.endsAt()) + "\"",
                        alert.level() == null ? "" : ",\"level\":\"" + alert.level() + "\"",
                        key[0].equals("PROVIDER_STRIKES")
                                ? ",\"policy_id\":\"" + key[2] + "\""
                                : "");
    }

    private static String hour(Hour hour) {
        return """
                {"hour":"%s","provider_id":"%s","open_cases":%d,"observed_cases":%d,\
                "coverage":%s}"""
                .formatted(
                        Documents.instant(hour.start()),
                        hour.providerId(),
                        hour.open(),
                        hour.observed(),
                        (double) hour.observed() / hour.open());
    }

    private static String transition(LateChange change) {
        return """
                {"case_id":"%s","provider_id":"%s","at":"%s","cause":"%s","restated":true}"""
                .formatted(
                        change.caseId(),
                        change.providerId(),
                        Documents.instant(change.at()),
                        change.cause());
    }
}
