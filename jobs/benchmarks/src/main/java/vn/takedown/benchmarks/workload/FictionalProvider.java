package vn.takedown.benchmarks.workload;

import vn.takedown.stack.topic.InputTopic;

/**
 * A made-up provider. Its network number is from the range for private use (RFC 6996).
 *
 * @param number from 0 to below {@link #COUNT}
 */
record FictionalProvider(int number) {

    static final int COUNT = 40;

    private static final int ACCESS_OF = 8;
    private static final int FIRST_NETWORK = 64512;

    static FictionalProvider of(int number) {
        return new FictionalProvider(number);
    }

    String id() {
        return (number < 10 ? "provider-0" : "provider-") + number;
    }

    /** Whether it blocks what others host. */
    boolean isAccess() {
        return number % ACCESS_OF == 0;
    }

    int network() {
        return FIRST_NETWORK + number;
    }

    WorkloadRecord record(long at) {
        String json =
                "{\"provider_id\":\""
                        + id()
                        + "\",\"name\":\"Provider "
                        + number
                        + "\",\"type\":\""
                        + (isAccess() ? "ISP" : "SOCIAL")
                        + "\",\"jurisdiction\":\"DOMESTIC\",\"country\":\"VN\",\"asns\":["
                        + network()
                        + "]}";
        return WorkloadText.record(InputTopic.PROVIDERS, id(), json, at);
    }
}
