package vn.takedown.compliance.document;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.alerting.AlertKind;
import vn.takedown.model.alerting.WatchedProvider;
import vn.takedown.model.cohort.Period;

/**
 * What an alert says to a person. Made of ids, instants in Vietnam's time and fixed sentences
 * alone: nothing that anybody wrote freely comes into it.
 */
public enum AlertTexts {
    VIETNAMESE("vi", "dd/MM/yyyy HH:mm"),
    ENGLISH("en", "yyyy-MM-dd HH:mm");

    private final ResourceBundle texts;
    private final DateTimeFormatter instants;

    AlertTexts(String language, String pattern) {
        texts = ResourceBundle.getBundle("alerts.alerts_" + language, Locale.ROOT);
        instants = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(Period.ZONE);
    }

    /** One or two sentences. */
    public String summary(Alert alert) {
        String what = text(name(alert), alert);
        return alert.firing() ? what : what + " " + text("RESOLVED", alert);
    }

    private static String name(Alert alert) {
        String kind = alert.kind().name();
        if (alert.kind() == AlertKind.CONTENT_RECIDIVISM) {
            return kind + '.' + alert.level();
        }
        if (alert.kind() == AlertKind.PROVIDER_STRIKES && alert.policyId() == null) {
            return kind + '.' + alert.subject();
        }
        boolean ofAll = alert.providerId().equals(WatchedProvider.ALL);
        return ofAll ? kind + ".ALL" : kind;
    }

    private String text(String name, Alert alert) {
        return new MessageFormat(texts.getString(name), Locale.ROOT)
                .format(
                        new Object[] {
                            alert.caseId(),
                            alert.providerId(),
                            alert.policyId(),
                            instant(alert.dueAt()),
                            instant(alert.startsAt()),
                            level(alert),
                            instant(alert.endsAt()),
                            alert.firing() ? "" : texts.getString(alert.resolution().name())
                        });
    }

    private static String level(Alert alert) {
        return alert.kind() == AlertKind.DEADLINE_NEAR
                ? Long.toString(Math.round(Double.parseDouble(alert.level()) * 100))
                : alert.level();
    }

    private String instant(Long instant) {
        return instant == null
                ? texts.getString("NO_INSTANT")
                : instants.format(Instant.ofEpochMilli(instant));
    }
}
