package vn.takedown.model.cases;

import java.util.Arrays;
import vn.takedown.model.reference.ConfirmationTerms;

/** A maximal sequence of down observations with no up between them (contract section 2). */
final class DownRun {

    final long startedAt;

    /** Whether this run was open when the clock started. */
    boolean openAtStart;

    /** Whether it was confirmed at or after the clock started, so that it is a removal. */
    boolean removal;

    boolean confirmed;
    int downs;

    /** Hashes of the distinct vantage points; no longer kept once the run is confirmed. */
    long[] vantages = {};

    DownRun(long startedAt) {
        this.startedAt = startedAt;
    }

    /** Adds a down observation; true when it is the one that confirms the run. */
    boolean add(Sighting down, ConfirmationTerms terms) {
        if (confirmed) {
            return false;
        }
        downs++;
        addVantage(down.vantage(), terms.vantages());
        confirmed = terms.met(downs, vantages.length, down.at() - startedAt);
        if (confirmed) {
            vantages = new long[0];
        }
        return confirmed;
    }

    private void addVantage(long vantage, int enough) {
        if (vantages.length >= enough) {
            return;
        }
        for (long known : vantages) {
            if (known == vantage) {
                return;
            }
        }
        vantages = Arrays.copyOf(vantages, vantages.length + 1);
        vantages[vantages.length - 1] = vantage;
    }
}
