package vn.takedown.model.alerting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.takedown.model.reference.ProviderType;
import vn.takedown.model.standing.DueBook;
import vn.takedown.model.standing.DueCount;

/**
 * The burn-rate alerts of one provider: {@code PROVIDER_STRIKES} with the window as its subject.
 * Looked at on full hours alone, so that it does not depend on the steps in which time passes.
 *
 * @param hour the last that was looked at, hours since the epoch
 * @param alerts at most one of each window
 */
public record WatchedBurn(String providerId, long hour, List<Alert> alerts) {

    private static final int LONGEST = BurnWindow.HOURS[BurnWindow.HOURS.length - 1];

    public WatchedBurn {
        alerts = List.copyOf(alerts);
    }

    /** Nothing is known yet. */
    public static WatchedBurn of(String providerId) {
        return new WatchedBurn(providerId, 0, List.of());
    }

    /**
     * Decides every window at the beginning of {@code now}.
     *
     * @param now hours since the epoch
     * @param type null when the registry does not know the provider
     */
    public WatchedBurn look(
            long now, DueBook book, ProviderType type, BurnTerms terms, Consumer<Alert> changed) {
        List<Alert> decided = new ArrayList<>();
        for (BurnWindow window : BurnWindow.values()) {
            Alert before = newest(window);
            Alert after =
                    subject(window, type)
                            .next(
                                    before,
                                    condition(window, before, now, book, terms),
                                    now * DueBook.HOUR);
            if (after != null) {
                decided.add(after);
                if (after != before) {
                    changed.accept(after);
                }
            }
        }
        return new WatchedBurn(providerId, now, decided);
    }

    /** The next hour at which time alone may change an answer; null when none can. */
    public Long nextLook(DueBook book, BurnTerms terms) {
        boolean firing = alerts.stream().anyMatch(Alert::firing);
        return firing || terms.enough(book.within(hour - LONGEST, Long.MAX_VALUE))
                ? book.nextChange(hour, BurnWindow.HOURS)
                : null;
    }

    private Alert newest(BurnWindow window) {
        for (Alert alert : alerts) {
            if (alert.subject().equals(window.subject())) {
                return alert;
            }
        }
        return null;
    }

    private Alert.Subject subject(BurnWindow window, ProviderType type) {
        return new Alert.Subject(
                AlertKind.PROVIDER_STRIKES, providerId, window.subject(), type, null, null, null);
    }

    private static Condition condition(
            BurnWindow window, Alert before, long now, DueBook book, BurnTerms terms) {
        DueCount past = book.within(now - window.longHours(), now);
        DueCount recent = book.within(now - window.shortHours(), now);
        int held = before != null && before.firing() ? Integer.parseInt(before.level()) : 0;
        BurnWindow.Level reached = null;
        for (BurnWindow.Level level : window.levels()) {
            if (fires(level, past, recent, terms)
                    || (level.level() <= held && holds(level, past, recent, terms))) {
                reached = level;
            }
        }
        return reached == null
                ? new Condition.Off(Resolution.BURN_SLOWED)
                : new Condition.On(
                        held > 0 ? before.startsAt() : now * DueBook.HOUR,
                        reached.severity(),
                        Integer.toString(reached.level()));
    }

    private static boolean fires(
            BurnWindow.Level level, DueCount past, DueCount recent, BurnTerms terms) {
        return terms.enough(past)
                && terms.burns(past, level.factor())
                && terms.burns(recent, level.factor());
    }

    /** When nothing has fallen due lately, nothing says that it has become better. */
    private static boolean holds(
            BurnWindow.Level level, DueCount past, DueCount recent, BurnTerms terms) {
        return terms.enoughToHold(past)
                && terms.holds(past, level.factor())
                && (recent.due() == 0 || terms.holds(recent, level.factor()));
    }
}
