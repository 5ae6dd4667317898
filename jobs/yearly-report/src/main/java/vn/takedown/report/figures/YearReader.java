package vn.takedown.report.figures;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.takedown.model.cases.LifecycleState;
import vn.takedown.model.cohort.Period;
import vn.takedown.report.ReportFailure;
import vn.takedown.report.ReportListener;
import vn.takedown.report.source.DocumentKind;
import vn.takedown.report.source.Selection;
import vn.takedown.report.source.Snapshot;

/** Reads the documents of a year once and adds them up. */
public final class YearReader {

    private final int year;
    private final long start;
    private final long end;
    private final Snapshot snapshot;
    private final ReportListener listener;

    private final CaseReader cases = new CaseReader();
    private final Cohort all = new Cohort();
    private final Map<Dimension, Map<String, Cohort>> groups = new EnumMap<>(Dimension.class);
    private final Map<String, Cohort> blocking = new HashMap<>();
    private final SortedMap<String, ProviderInfo> providers = new TreeMap<>();
    private final Map<String, Long> providersAsOf = new HashMap<>();
    private final Map<String, PolicyUse> policies = new TreeMap<>();
    private final Map<String, Integer> orders = new HashMap<>();
    private final BitSet incomplete = new BitSet();
    private final List<OpenCase> open = new ArrayList<>();
    private final LongList earliest = new LongList();
    private final LongList followedUp = new LongList();
    private final LongList gaps = new LongList();
    private final SortedMap<LifecycleState, SortedMap<String, Long>> stillUp = new TreeMap<>();
    private final Set<String> restatedCases = new HashSet<>();
    private Backlog backlog;
    private long cutOff;
    private long count;

    private YearReader(int year, Snapshot snapshot, ReportListener listener) {
        this.year = year;
        this.snapshot = snapshot;
        this.listener = listener;
        this.start = startOf(year);
        this.end = startOf(year + 1);
        for (Dimension dimension : Dimension.values()) {
            groups.put(dimension, new HashMap<>());
        }
    }

    /** A case without a removal: how long it was followed is known when all policies are. */
    private record OpenCase(
            PolicyUse policy,
            long start,
            Long dueAt,
            long until,
            long whenLastSeenUp,
            List<Cohort> cohorts) {}

    /**
     * The figures of a year.
     *
     * @throws ReportFailure when there is no case of that year
     */
    public static YearFigures read(int year, Snapshot snapshot, ReportListener listener) {
        return new YearReader(year, snapshot, listener).read();
    }

    private static long startOf(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(Period.ZONE).toInstant().toEpochMilli();
    }

    private YearFigures read() {
        Long told = snapshot.latestUpdate();
        cutOff = told == null ? latestOfCases() : told;
        backlog = new Backlog(start, Math.min(end, cutOff + 1));
        each("cases", DocumentKind.CASES, Selection.casesOf(start, end), this::add);
        if (count == 0) {
            throw new ReportFailure("There is no case of the year " + year + ".");
        }
        for (OpenCase item : open) {
            long followed =
                    item.policy()
                            .elapsed(
                                    item.start(),
                                    item.dueAt(),
                                    item.until(),
                                    item.whenLastSeenUp());
            item.cohorts().forEach(cohort -> cohort.censor(followed));
            followedUp.add(followed);
        }
        open.clear();
        List<RestatedChange> changes = restatedChanges();
        SortedMap<String, Long> causes = new TreeMap<>();
        changes.forEach(change -> causes.merge(change.cause(), 1L, Long::sum));
        SortedMap<String, String> strikes = new TreeMap<>();
        List<BlindSpell> blindSpells = new ArrayList<>();
        SortedMap<String, CohortFigures> notices = finish(notices());
        return new YearFigures(
                year,
                cutOff,
                cutOff >= end,
                all.finish(),
                new SurvivalBand(earliest.counted(), followedUp.counted()),
                gaps.counted().quantile(50),
                finish(),
                finish(blocking),
                notices,
                providers,
                List.copyOf(policies.values()),
                orders.size() - incomplete.cardinality(),
                backlog,
                stillUp,
                years(),
                deadLetters(),
                alerts(strikes, blindSpells),
                strikes,
                blindSpells,
                snapshot.watched(start, end),
                causes,
                changes);
    }

    private interface TreeConsumer {
        void accept(JsonParser parser) throws IOException;
    }

    private void each(String step, DocumentKind kind, Selection selection, TreeConsumer consumer) {
        snapshot.forEach(
                kind,
                selection,
                consumer::accept,
                (done, total) -> listener.progress("Reading " + step, done, total));
    }

    /** For documents that were written without saying as of when. */
    private long latestOfCases() {
        long[] latest = {Long.MIN_VALUE};
        each(
                "the cut-off",
                DocumentKind.CASES,
                Selection.EVERYTHING,
                parser -> latest[0] = Math.max(latest[0], cases.read(parser).latest()));
        if (latest[0] == Long.MIN_VALUE) {
            throw new ReportFailure("There is no case at all.");
        }
        return latest[0];
    }

    private void add(JsonParser parser) throws IOException {
        CaseRow row = cases.read(parser);
        boolean ofTheYear = row.issuedAt() >= start && row.issuedAt() < end;
        PolicyUse policy =
                policies.computeIfAbsent(
                        row.policyId() + '|' + row.policyVersion(),
                        key -> new PolicyUse(row.policyId(), row.policyVersion()));
        policy.add(row, ofTheYear);
        backlog.add(row);
        if (!ofTheYear) {
            return;
        }
        count++;
        Integer order = orders.get(row.requestId());
        if (order == null) {
            order = orders.size();
            orders.put(row.requestId(), order);
        }
        if (row.eligible() && !row.removed()) {
            incomplete.set(order);
        }
        List<Cohort> cohorts = cohortsOf(row);
        for (Cohort cohort : cohorts) {
            cohort.add(row, order, cutOff);
        }
        if (row.removed() && row.lastUpAt() != null) {
            gaps.add(Math.max(0, row.firstDownAt() - row.lastUpAt()));
        }
        if (row.removed() && row.removalLow() != null) {
            earliest.add(row.removalLow());
        }
        if (row.eligible() && row.firstDownAt() == null && row.start() != null) {
            open.add(
                    new OpenCase(
                            policy,
                            row.start(),
                            row.dueAt(),
                            row.withdrawnAt() == null ? cutOff : row.withdrawnAt(),
                            row.removalLow() == null ? 0 : row.removalLow(),
                            cohorts));
        }
        if (row.stillUp() || row.state() == LifecycleState.HELD) {
            stillUp.computeIfAbsent(row.state(), state -> new TreeMap<>())
                    .merge(Dimension.JURISDICTION.groupOf(row), 1L, Long::sum);
        }
        if (row.restated()) {
            restatedCases.add(row.caseId());
        }
        nameProvider(row);
    }

    private List<Cohort> cohortsOf(CaseRow row) {
        List<Cohort> cohorts = new ArrayList<>(Dimension.values().length + 2);
        cohorts.add(all);
        groups.forEach(
                (dimension, byName) ->
                        cohorts.add(
                                byName.computeIfAbsent(
                                        dimension.groupOf(row), name -> new Cohort())));
        if (row.blocking()) {
            cohorts.add(blocking.computeIfAbsent(row.providerId(), name -> new Cohort()));
        }
        return cohorts;
    }

    /** Notices come from everybody but the authorities; trusted flaggers are among them. */
    private Map<String, Cohort> notices() {
        Map<String, List<Cohort>> parts = new TreeMap<>();
        groups.get(Dimension.CHANNEL)
                .forEach(
                        (channel, cohort) -> {
                            if (!channel.endsWith("|AUTHORITY")) {
                                String category = channel.substring(0, channel.indexOf('|'));
                                parts.computeIfAbsent(category, name -> new ArrayList<>())
                                        .add(cohort);
                                parts.computeIfAbsent(
                                                YearFigures.ALL_NOTICES, name -> new ArrayList<>())
                                        .add(cohort);
                            }
                        });
        Map<String, Cohort> notices = new HashMap<>();
        parts.forEach((category, cohorts) -> notices.put(category, Cohort.union(cohorts)));
        return notices;
    }

    /** The newest case knows best, whatever the order of reading. */
    private void nameProvider(CaseRow row) {
        ProviderInfo info =
                new ProviderInfo(
                        row.providerName() == null ? row.providerId() : row.providerName(),
                        Dimension.PROVIDER_TYPE.groupOf(row),
                        Dimension.JURISDICTION.groupOf(row));
        long asOf = row.updatedAt() == null ? row.issuedAt() : row.updatedAt();
        Long known = providersAsOf.get(row.providerId());
        if (known == null
                || asOf > known
                || asOf == known && ORDER.compare(info, providers.get(row.providerId())) < 0) {
            providersAsOf.put(row.providerId(), asOf);
            providers.put(row.providerId(), info);
        }
    }

    private static final Comparator<ProviderInfo> ORDER =
            Comparator.comparing(ProviderInfo::name)
                    .thenComparing(ProviderInfo::type)
                    .thenComparing(ProviderInfo::jurisdiction);

    private Map<Dimension, SortedMap<String, CohortFigures>> finish() {
        Map<Dimension, SortedMap<String, CohortFigures>> finished = new EnumMap<>(Dimension.class);
        groups.forEach((dimension, byName) -> finished.put(dimension, finish(byName)));
        return finished;
    }

    private static SortedMap<String, CohortFigures> finish(Map<String, Cohort> byName) {
        SortedMap<String, CohortFigures> finished = new TreeMap<>();
        byName.forEach((name, cohort) -> finished.put(name, cohort.finish()));
        return finished;
    }

    private List<RestatedChange> restatedChanges() {
        List<RestatedChange> changes = new ArrayList<>();
        if (restatedCases.isEmpty()) {
            return changes;
        }
        each(
                "transitions",
                DocumentKind.TRANSITIONS,
                Selection.RESTATED,
                parser -> {
                    JsonNode node = parser.readValueAsTree();
                    if (node.path("restated").asBoolean()
                            && restatedCases.contains(node.path("case_id").asText())) {
                        changes.add(
                                new RestatedChange(
                                        node.path("case_id").asText(),
                                        node.path("provider_id").asText(),
                                        CaseReader.instant(node.path("at").asText()),
                                        node.path("cause").asText()));
                    }
                });
        changes.sort(
                Comparator.comparing(RestatedChange::caseId)
                        .thenComparing(RestatedChange::at)
                        .thenComparing(RestatedChange::cause));
        return changes;
    }

    private List<PeriodRow> years() {
        List<PeriodRow> years = new ArrayList<>();
        each(
                "periods",
                DocumentKind.PROVIDER_PERIODS,
                Selection.YEARS,
                parser -> {
                    JsonNode node = parser.readValueAsTree();
                    if (node.path("period").asText().equals(Period.YEAR.name())) {
                        years.add(
                                new PeriodRow(
                                        LocalDate.parse(node.path("start").asText()).getYear(),
                                        node.path("provider_id").asText(),
                                        node));
                    }
                });
        years.sort(Comparator.comparing(PeriodRow::year).thenComparing(PeriodRow::providerId));
        return years;
    }

    private SortedMap<String, Long> deadLetters() {
        SortedMap<String, Long> reasons = new TreeMap<>();
        each(
                "rejected records",
                DocumentKind.DEAD_LETTERS,
                Selection.EVERYTHING,
                parser -> {
                    JsonNode node = parser.readValueAsTree();
                    reasons.merge(node.path("reason").asText(), 1L, Long::sum);
                });
        return reasons;
    }

    private SortedMap<AlertKey, Long> alerts(
            SortedMap<String, String> strikes, List<BlindSpell> blindSpells) {
        SortedMap<AlertKey, Long> alerts = new TreeMap<>();
        each(
                "alerts",
                DocumentKind.ALERTS,
                Selection.alertsOf(start, end),
                parser -> {
                    JsonNode node = parser.readValueAsTree();
                    String kind = node.path("kind").asText();
                    if (kind.equals("MONITOR_BLIND")) {
                        BlindSpell.in(node, start, Math.min(end, cutOff))
                                .ifPresent(blindSpells::add);
                    }
                    if (!isOfTheYear(node.path("starts_at").asText())) {
                        return;
                    }
                    alerts.merge(new AlertKey(kind, node.path("severity").asText()), 1L, Long::sum);
                    // A burn rate has a level too, but it is no strike by a policy.
                    if (kind.equals("PROVIDER_STRIKES")
                            && node.hasNonNull("policy_id")
                            && node.hasNonNull("level")) {
                        strikes.merge(
                                node.path("provider_id").asText(),
                                node.path("level").asText(),
                                YearReader::higher);
                    }
                });
        blindSpells.sort(BlindSpell.ORDER);
        return alerts;
    }

    /** Levels are numbers: 10 is more than 9. */
    private static String higher(String left, String right) {
        return Integer.parseInt(left) < Integer.parseInt(right) ? right : left;
    }

    private boolean isOfTheYear(String instant) {
        if (instant.isEmpty()) {
            return false;
        }
        long at = CaseReader.instant(instant);
        return at >= start && at < end;
    }
}
