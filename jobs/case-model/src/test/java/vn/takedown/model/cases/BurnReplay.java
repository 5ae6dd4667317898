package vn.takedown.model.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.alerting.BurnTerms;
import vn.takedown.model.alerting.WatchedBurn;
import vn.takedown.model.oracle.ExpectedAlert;
import vn.takedown.model.standing.DueBook;
import vn.takedown.model.standing.StandingChange;

/** Runs what the case machine tells through the rules of burn rates, as the job does. */
final class BurnReplay {

    private final BurnTerms terms;
    private final long lastHour;
    private final Map<String, ExpectedAlert> newest = new TreeMap<>();
    private final List<Alert> documents = new ArrayList<>();

    private BurnReplay(BurnTerms terms, long cutOff) {
        this.terms = terms;
        this.lastHour = DueBook.hourOf(cutOff);
    }

    static BurnReplay of(MachineReplay machine, BurnTerms terms) {
        BurnReplay replay = new BurnReplay(terms, machine.cutOff());
        Map<String, TreeMap<Long, DueBook>> providers = new HashMap<>();
        for (StandingChange change : machine.standings()) {
            providers
                    .computeIfAbsent(change.providerId(), id -> new TreeMap<>())
                    .computeIfAbsent(DueBook.hourReaching(change.at()), hour -> new DueBook())
                    .apply(change);
        }
        providers.forEach(replay::follow);
        return replay;
    }

    /** By alert key. */
    Map<String, ExpectedAlert> newest() {
        return newest;
    }

    /** All, in the order in which each came about. */
    List<Alert> documents() {
        return documents;
    }

    private void follow(String providerId, TreeMap<Long, DueBook> news) {
        DueBook book = new DueBook();
        WatchedBurn watched = WatchedBurn.of(providerId);
        for (Long next = next(watched, book, news);
                next != null && next <= lastHour;
                next = next(watched, book, news)) {
            if (!news.isEmpty() && news.firstKey().equals(next)) {
                book.add(news.pollFirstEntry().getValue());
            }
            book.forget(next);
            watched = watched.look(next, book, null, terms, this::changed);
        }
    }

    private Long next(WatchedBurn watched, DueBook book, TreeMap<Long, DueBook> news) {
        Long byTime = watched.nextLook(book, terms);
        if (news.isEmpty()) {
            return byTime;
        }
        return byTime == null ? news.firstKey() : (Long) Math.min(byTime, news.firstKey());
    }

    private void changed(Alert alert) {
        documents.add(alert);
        newest.put(
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
