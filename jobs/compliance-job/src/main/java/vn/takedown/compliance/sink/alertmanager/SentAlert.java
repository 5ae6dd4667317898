package vn.takedown.compliance.sink.alertmanager;

import java.util.Objects;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.alerting.AlertKind;
import vn.takedown.model.alerting.Severity;
import vn.takedown.model.reference.ProviderType;

/**
 * An alert as Alertmanager was told of it. All labels identify it there, so those that might change
 * are kept as they were when it was first sent.
 *
 * @param alert in its newest state
 * @param severity the label
 * @param providerType the label; null for none
 * @param level the label; null for none
 * @param endedAt wall-clock time at which it was known to be over, milliseconds since the epoch;
 *     null while it fires
 * @param endToldAt wall-clock time at which that was first told, milliseconds since the epoch; null
 *     while it was not
 */
public record SentAlert(
        Alert alert,
        Severity severity,
        ProviderType providerType,
        String level,
        Long endedAt,
        Long endToldAt) {

    static SentAlert firing(Alert alert) {
        return new SentAlert(
                alert, alert.severity(), alert.providerType(), labelled(alert), null, null);
    }

    /** Another level of strikes is news; of other alerts the level only explains. */
    private static String labelled(Alert alert) {
        return alert.kind() == AlertKind.PROVIDER_STRIKES ? alert.level() : null;
    }

    /** Whether for Alertmanager it is the same alert. */
    boolean isLabelledAs(Alert other) {
        return severity == other.severity() && Objects.equals(level, labelled(other));
    }

    SentAlert with(Alert newest) {
        return new SentAlert(newest, severity, providerType, level, null, null);
    }

    SentAlert ended(long now) {
        return endedAt == null
                ? new SentAlert(alert, severity, providerType, level, now, null)
                : this;
    }

    boolean endIsUntold() {
        return endedAt != null && endToldAt == null;
    }

    SentAlert endTold(long now) {
        return new SentAlert(alert, severity, providerType, level, endedAt, now);
    }
}
