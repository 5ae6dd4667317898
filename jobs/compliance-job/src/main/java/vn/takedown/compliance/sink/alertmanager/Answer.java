package vn.takedown.compliance.sink.alertmanager;

/** What an answer of Alertmanager means. */
enum Answer {
    /** Taken. */
    ACCEPTED,
    /** 400: the valid alerts of the request are taken, the others never will be. */
    INVALID,
    /** Another 3xx or 4xx: the address or what stands before it is wrong; somebody must act. */
    REFUSED,
    /** 408, 429, 5xx, no answer: it will be well again. */
    UNAVAILABLE;

    /**
     * @param status of HTTP; null when there was no answer
     */
    static Answer of(Integer status) {
        if (status == null || status == 408 || status == 429 || status >= 500) {
            return UNAVAILABLE;
        }
        if (status / 100 == 2) {
            return ACCEPTED;
        }
        return status == 400 ? INVALID : REFUSED;
    }

    /** Whether the same alerts must be sent again; else they are done with. */
    boolean retried() {
        return this == REFUSED || this == UNAVAILABLE;
    }
}
