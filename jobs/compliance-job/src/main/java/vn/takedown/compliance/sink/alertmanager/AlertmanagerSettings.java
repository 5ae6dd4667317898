package vn.takedown.compliance.sink.alertmanager;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Where alerts are sent and how they are kept alive.
 *
 * @param urls base addresses of every member of the cluster, each of which gets everything; empty
 *     to send nothing
 * @param resendInterval wall-clock time after which an alert is sent again, so that an Alertmanager
 *     that was restarted knows it soon
 * @param expiry wall-clock time for which a firing alert stands without being sent again: how long
 *     the job may be away before Alertmanager takes its alerts for resolved
 * @param window by how much event time may lag behind the wall clock; nothing is sent while it lags
 *     by more, so that no replay of the past wakes anybody
 * @param runbook address of the runbook, to which the name of the entry is added
 */
public record AlertmanagerSettings(
        List<URI> urls, Duration resendInterval, Duration expiry, Duration window, String runbook)
        implements Serializable {

    public AlertmanagerSettings {
        urls = List.copyOf(urls);
        if (expiry.compareTo(resendInterval.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException(
                    "an alert must not expire before it has twice been sent again");
        }
        // What was told in the moment before a crash and is over when the job has caught up is not
        // told to be over once it lies outside the window: it must have expired by then.
        if (window.compareTo(expiry) < 0) {
            throw new IllegalArgumentException("the window must not be shorter than the expiry");
        }
        for (URI url : urls) {
            if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
                throw new IllegalArgumentException(
                        "an address looks like http://alertmanager:9093, not '" + url + "'");
            }
        }
    }
}
