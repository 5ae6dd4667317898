package vn.takedown.model.cases;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is remembered of one target at one provider: its cases and its recent sightings. */
public final class TargetState {

    final SightingHistory history;
    final List<CaseState> cases;

    /** Hashes of the ids of cases that were here and have been retired. */
    long[] retired;

    public TargetState() {
        this(new SightingHistory(), new ArrayList<>(), new long[0]);
    }

    TargetState(SightingHistory history, List<CaseState> cases, long[] retired) {
        this.history = history;
        this.cases = cases;
        this.retired = retired;
    }

    public List<CaseState> cases() {
        return List.copyOf(cases);
    }

    public boolean isEmpty() {
        return cases.isEmpty() && history.isEmpty() && retired.length == 0;
    }

    /** Takes over what the other one knows. */
    void become(TargetState other) {
        history.become(other.history);
        cases.clear();
        cases.addAll(other.cases);
        retired = other.retired;
    }

    void retire(CaseState facts) {
        cases.remove(facts);
        retired = Arrays.copyOf(retired, retired.length + 1);
        retired[retired.length - 1] = Hash.of(facts.identity().caseId());
    }

    void forgetRetired() {
        cases.removeIf(facts -> hasRetired(facts.identity().caseId()));
    }

    /** An independent copy. */
    public TargetState copy() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
            TargetStateEncoding.write(this, new DataOutputStream(bytes));
            return TargetStateEncoding.read(
                    new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    boolean hasRetired(String caseId) {
        if (retired.length > 0) {
            long hash = Hash.of(caseId);
            for (long known : retired) {
                if (known == hash) {
                    return true;
                }
            }
        }
        return false;
    }

    CaseState find(String requestId, String itemId) {
        for (CaseState facts : cases) {
            if (facts.identity().requestId().equals(requestId)
                    && facts.identity().itemId().equals(itemId)) {
                return facts;
            }
        }
        return null;
    }

    /** Whether a case's clock may still start, and then ask for what was seen before. */
    boolean anyWaiting() {
        for (CaseState facts : cases) {
            if (!facts.started()) {
                return true;
            }
        }
        return false;
    }
}
