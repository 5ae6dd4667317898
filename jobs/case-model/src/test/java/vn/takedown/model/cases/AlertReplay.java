package vn.takedown.model.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.alerting.AlertKind;
import vn.takedown.model.alerting.AlertTerms;
import vn.takedown.model.alerting.ProviderSignal;
import vn.takedown.model.alerting.ProviderTerms;
import vn.takedown.model.alerting.WatchedCase;
import vn.takedown.model.alerting.WatchedProvider;
import vn.takedown.model.cohort.Recidivism;
import vn.takedown.model.oracle.ExpectedAlert;

/** Runs what the case machine tells through the rules of alerts, as the job does. */
final class AlertReplay {

    private static final long BLIND_AFTER = 24L * 60 * 60 * 1000;

    private final MachineReplay replay;
    private final Map<String, ExpectedAlert> alerts = new TreeMap<>();
    private final List<Alert> documents = new ArrayList<>();

    private AlertReplay(MachineReplay replay) {
        this.replay = replay;
        Map<String, List<CaseSituation>> cases = new TreeMap<>();
        for (CaseSituation situation : replay.situations()) {
            cases.computeIfAbsent(situation.caseId(), id -> new ArrayList<>()).add(situation);
        }
        Map<String, Map<String, Object>> judged = replay.cases();
        cases.forEach(
                (caseId, situations) ->
                        follow(
                                situations,
                                Recidivism.valueOf((String) judged.get(caseId).get("recidivism"))));
        Map<String, List<ProviderSignal>> providers = new TreeMap<>();
        for (ProviderSignal signal : replay.signals()) {
            providers.computeIfAbsent(signal.providerId(), id -> new ArrayList<>()).add(signal);
        }
        providers.forEach(this::follow);
    }

    static AlertReplay of(MachineReplay replay) {
        return new AlertReplay(replay);
    }

    /** The newest of each key; all but {@code MONITOR_BLIND}. */
    Map<String, ExpectedAlert> newest() {
        return alerts;
    }

    /** All, in the order in which each came about. */
    List<Alert> documents() {
        return documents;
    }

    private void follow(List<CaseSituation> situations, Recidivism recidivism) {
        WatchedCase watched = WatchedCase.NEW.judged(recidivism);
        for (int i = 0; i < situations.size(); i++) {
            CaseSituation next = situations.get(i);
            boolean last = i + 1 == situations.size() || situations.get(i + 1).at() > next.at();
            if (last) {
                watched =
                        watched.elapse(next.at() - 1, this::changed)
                                .follow(
                                        next,
                                        AlertTerms.of(
                                                replay.reference()
                                                        .policy(
                                                                next.policyId(),
                                                                next.policyVersion())),
                                        this::changed);
            }
        }
        watched.elapse(replay.cutOff(), this::changed);
    }

    private void follow(String providerId, List<ProviderSignal> signals) {
        ProviderTerms terms = new ProviderTerms(replay.reference(), BLIND_AFTER);
        signals.sort(Comparator.comparingLong(ProviderSignal::at));
        WatchedProvider watched = WatchedProvider.of(providerId);
        int from = 0;
        while (from < signals.size()) {
            long at = signals.get(from).at();
            int to = from;
            while (to < signals.size() && signals.get(to).at() == at) {
                to++;
            }
            watched =
                    watched.elapse(at - 1, terms, this::changed)
                            .follow(signals.subList(from, to), terms, this::changed);
            from = to;
        }
        watched.elapse(replay.cutOff(), terms, this::changed);
    }

    private void changed(Alert alert) {
        documents.add(alert);
        if (alert.kind() != AlertKind.MONITOR_BLIND) {
            alerts.put(
                    alert.key(),
                    new ExpectedAlert(
                            alert.key(),
                            alert.firing(),
                            alert.startsAt(),
                            alert.endsAt(),
                            alert.severity().name().toLowerCase(Locale.ROOT),
                            alert.level()));
        }
    }
}
