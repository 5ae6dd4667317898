package vn.takedown.model.alerting;

import java.util.Objects;
import vn.takedown.model.cases.CaseSituation;
import vn.takedown.model.reference.ProviderType;

/**
 * An alert in its newest state. Instants are milliseconds since the epoch, null means absent.
 *
 * @param subject the case, policy, window, provider or topic it is about (contract section 6.17)
 * @param providerType null when it is not known, or when the alert is about no single provider
 * @param caseId null when it is about no case
 * @param policyId null when it is about no policy
 * @param level null when the kind has none
 * @param endsAt null while it fires
 * @param resolution null while it fires
 * @param dueAt the deadline of its case; null when there is none
 * @param revision number of its documents so far, from 1
 * @param updatedAt event time of its newest change
 */
public record Alert(
        AlertKind kind,
        String providerId,
        String subject,
        ProviderType providerType,
        String caseId,
        String policyId,
        Severity severity,
        String level,
        long startsAt,
        Long endsAt,
        Resolution resolution,
        Long dueAt,
        long revision,
        long updatedAt) {

    /** {@code kind|provider_id|subject}, stable for the life of the alert. */
    public String key() {
        return kind.name() + '|' + providerId + '|' + subject;
    }

    public boolean firing() {
        return endsAt == null;
    }

    static Subject about(AlertKind kind, CaseSituation situation) {
        return new Subject(
                kind,
                situation.providerId(),
                situation.caseId(),
                situation.providerType(),
                situation.caseId(),
                situation.policyId(),
                situation.dueAt());
    }

    /** What an alert is about, whatever its state. */
    record Subject(
            AlertKind kind,
            String providerId,
            String subject,
            ProviderType providerType,
            String caseId,
            String policyId,
            Long dueAt) {

        /**
         * The alert after a look at its condition.
         *
         * @param before null when there has been none
         * @param now milliseconds since the epoch
         * @return {@code before} itself when nothing is new
         */
        Alert next(Alert before, Condition condition, long now) {
            if (condition instanceof Condition.On on) {
                return on(before, on, now);
            }
            if (condition instanceof Condition.Over over) {
                return over(before, over, now);
            }
            Resolution resolution = ((Condition.Off) condition).resolution();
            return before == null || !before.firing()
                    ? before
                    : document(
                            before,
                            before.severity,
                            before.level,
                            before.startsAt,
                            now,
                            resolution == null ? Resolution.RESTATED : resolution,
                            now);
        }

        private Alert on(Alert before, Condition.On on, long now) {
            boolean shown =
                    before != null
                            && before.firing()
                            && before.startsAt == on.startsAt()
                            && before.severity == on.severity()
                            && Objects.equals(before.level, on.level());
            return shown
                    ? before
                    : document(before, on.severity(), on.level(), on.startsAt(), null, null, now);
        }

        private Alert over(Alert before, Condition.Over over, long now) {
            boolean shown =
                    before != null
                            && !before.firing()
                            && before.startsAt == over.startsAt()
                            && before.severity == over.severity()
                            && Objects.equals(before.level, over.level());
            if (shown) {
                return before;
            }
            Long endsAt = before == null || before.firing() ? (Long) now : before.endsAt;
            return document(
                    before,
                    over.severity(),
                    over.level(),
                    over.startsAt(),
                    endsAt,
                    over.resolution(),
                    now);
        }

        private Alert document(
                Alert before,
                Severity severity,
                String level,
                long startsAt,
                Long endsAt,
                Resolution resolution,
                long now) {
            return new Alert(
                    kind,
                    providerId,
                    subject,
                    providerType,
                    caseId,
                    policyId,
                    severity,
                    level,
                    startsAt,
                    endsAt,
                    resolution,
                    dueAt,
                    before == null ? 1 : before.revision + 1,
                    now);
        }
    }
}
