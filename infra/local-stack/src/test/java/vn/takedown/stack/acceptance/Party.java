package vn.takedown.stack.acceptance;

/**
 * A provider of a run.
 *
 * @param type as in the registry (contract section 1)
 * @param asn its network, from the range for private use
 */
record Party(String id, String type, int asn) {

    boolean accessProvider() {
        return type.equals("ISP");
    }

    String json() {
        return """
               {"provider_id":"%s","name":"Provider","type":"%s","jurisdiction":"DOMESTIC",\
               "country":"VN","asns":[%d]}"""
                .formatted(id, type, asn);
    }
}
