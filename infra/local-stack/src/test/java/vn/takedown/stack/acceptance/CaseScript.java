package vn.takedown.stack.acceptance;

import vn.takedown.stack.topic.InputTopic;

/** One case: what happens to it, in hundredths of the span since it was issued. */
final class CaseScript {

    private final Script script;
    private final Party provider;
    private final String number;
    private final long issuedAt;
    private final String target;

    /**
     * @param issuedAt milliseconds since the epoch
     * @param content what is shared by cases about the same content; null for none
     * @param category as in the contract's section 1
     */
    CaseScript(
            Script script,
            Party provider,
            String number,
            long issuedAt,
            String content,
            String category) {
        this.script = script;
        this.provider = provider;
        this.number = number;
        this.issuedAt = issuedAt;
        this.target = script.key("target " + number);
        String contentKey =
                content == null
                        ? ""
                        : ",\"content_key\":\"%s\"".formatted(script.key("content " + content));
        request(
                "ISSUED",
                issuedAt,
                """
                ,"action":"%s","category":"%s","urgency":"URGENT","authority_id":"a-1",\
                "source":"AUTHORITY","legal_basis":"see %s","account_key":"%s"%s"""
                        .formatted(
                                provider.accessProvider() ? "BLOCK" : "REMOVE",
                                category,
                                Script.ADDRESS,
                                script.key("account " + number),
                                contentKey));
    }

    /** The instant so long after it was issued. */
    long at(double units) {
        return issuedAt + script.duration(units);
    }

    String id() {
        return "request-" + number + "/1";
    }

    CaseScript request(String type, double units) {
        request(type, at(units), ",\"reason\":\"" + Script.ADDRESS + "\"");
        return this;
    }

    private void request(String type, long at, String more) {
        script.event(InputTopic.REQUESTS, at, caseFields(type) + more);
    }

    CaseScript answer(String type, double units) {
        script.event(
                InputTopic.ACKNOWLEDGEMENTS,
                at(units),
                caseFields(type) + ",\"reason\":\"" + Script.ADDRESS + "\"");
        return this;
    }

    private String caseFields(String type) {
        return """
               "event_type":"%s","request_id":"request-%s","item_id":"1","provider_id":"%s",\
               "target_key":"%s\""""
                .formatted(type, number, provider.id(), target);
    }

    CaseScript up(double... units) {
        for (double unit : units) {
            observe("UP", unit, "v-1");
        }
        return this;
    }

    CaseScript geoBlocked(double units) {
        return observe(provider.accessProvider() ? "UP" : "GEO_BLOCKED", units, "v-1");
    }

    /** Seen down once; it takes two vantages and a unit of time to confirm it. */
    CaseScript down(double units, String vantage) {
        return observe(provider.accessProvider() ? "BLOCKED" : "DOWN_HARD", units, vantage);
    }

    /** Removed, as is confirmed at the second instant. */
    CaseScript removed(double first, double confirmed) {
        return down(first, "v-1").down(confirmed, "v-2");
    }

    private CaseScript observe(String status, double units, String vantage) {
        script.event(
                InputTopic.OBSERVATIONS,
                at(units),
                """
                "provider_id":"%s","target_key":"%s","status":"%s","url":"%s",\
                "vantage":{"id":"%s","country":"VN","asn":%d}"""
                        .formatted(
                                provider.id(),
                                target,
                                status,
                                Script.ADDRESS,
                                vantage,
                                provider.asn()));
        return this;
    }

    /** An alert that time raises. */
    ExpectedAlert expect(String kind) {
        return script.expect(new ExpectedAlert(kind, provider.id(), id(), false, 0));
    }

    /** An alert that an observation proves. */
    ExpectedAlert expectProven(String kind) {
        return script.expect(new ExpectedAlert(kind, provider.id(), id(), true, 0));
    }
}
