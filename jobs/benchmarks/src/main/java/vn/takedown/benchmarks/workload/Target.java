package vn.takedown.benchmarks.workload;

/**
 * One target and the request for it.
 *
 * @param number from 0
 */
record Target(int number) {

    private static final int URGENT_OF = 10;
    private static final int WITH_CONTENT_OF = 2;
    private static final int ACKNOWLEDGED_OF = 5;
    private static final int CLAIMED_OF = 20;

    /** Requests for one and the same content, so that recidivism has something to judge. */
    private static final int REQUESTS_PER_CONTENT = 3;

    static Target of(int number) {
        return new Target(number);
    }

    String key() {
        return Mixing.key(number);
    }

    FictionalProvider provider() {
        return FictionalProvider.of(Mixing.below(number, FictionalProvider.COUNT));
    }

    String recordKey() {
        return provider().id() + '|' + key();
    }

    String requestId() {
        return "request-" + number;
    }

    String caseId() {
        return requestId() + "/1";
    }

    boolean isUrgent() {
        return chosen(1, URGENT_OF);
    }

    boolean isAcknowledged() {
        return chosen(2, ACKNOWLEDGED_OF);
    }

    boolean isClaimed() {
        return chosen(3, CLAIMED_OF);
    }

    /** Null for half of them. */
    String contentKey() {
        return chosen(4, WITH_CONTENT_OF)
                ? Mixing.key(-1L - number / FictionalProvider.COUNT / REQUESTS_PER_CONTENT)
                : null;
    }

    private boolean chosen(int question, int of) {
        return Mixing.below(number * 8L + question, of) == 0;
    }
}
