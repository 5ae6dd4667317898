package vn.takedown.compliance.alerting;

import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import vn.takedown.model.alerting.ProviderSignal;
import vn.takedown.model.alerting.ProviderTerms;
import vn.takedown.model.alerting.WatchedProvider;

/** Raises the alerts of each provider and keeps them up to date. Keyed by {@code provider_id}. */
public final class WatchProviders
        extends WatchOperator<ProviderSignal, ProviderSignal, WatchedProvider> {

    public static final String UID = "watch-providers";

    private static final long serialVersionUID = 1L;

    private final long blindAfter;

    /**
     * @param blindAfter without an observation, while cases are open
     */
    public WatchProviders(Duration blindAfter) {
        super(TypeInformation.of(WatchedProvider.class), TypeInformation.of(ProviderSignal.class));
        this.blindAfter = blindAfter.toMillis();
    }

    @Override
    ToLongFunction<ProviderSignal> instant() {
        return ProviderSignal::at;
    }

    @Override
    void tell(ProviderSignal signal, Watched<ProviderSignal, WatchedProvider> watched, long now) {
        watched.await(signal);
    }

    @Override
    void advance(Watched<ProviderSignal, WatchedProvider> watched, String key, long until) {
        List<ProviderSignal> due = watched.takeUntil(until);
        ProviderTerms terms = terms();
        WatchedProvider known = watched.known == null ? WatchedProvider.of(key) : watched.known;
        int next = 0;
        while (next < due.size()) {
            long at = due.get(next).at();
            int first = next;
            while (next < due.size() && due.get(next).at() == at) {
                next++;
            }
            known =
                    known.elapse(at - 1, terms, this::raise)
                            .follow(due.subList(first, next), terms, this::raise);
        }
        watched.known = known.elapse(until, terms, this::raise);
    }

    @Override
    long wakesAt(Watched<ProviderSignal, WatchedProvider> watched) {
        Long alarm = watched.known == null ? null : watched.known.nextAlarm(terms());
        return alarm == null ? watched.firstAt() : Math.min(watched.firstAt(), alarm);
    }

    private ProviderTerms terms() {
        return new ProviderTerms(book(), blindAfter);
    }
}
