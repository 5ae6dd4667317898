package vn.takedown.compliance.ingest;

/** The fields by which request and acknowledgement events name their case. */
final class CaseReference {

    private final ObjectShape shape;
    private final Field<String> requestId;
    private final Field<String> itemId;
    private final Field<String> providerId;
    private final Field<String> targetKey;

    CaseReference(ObjectShape shape, StringCache cache) {
        this.shape = shape;
        this.requestId = shape.field("request_id", TextTypes.id(cache));
        this.itemId = shape.field("item_id", TextTypes.id(cache));
        this.providerId = shape.field("provider_id", TextTypes.id(cache));
        this.targetKey = shape.field("target_key", TextTypes.key());
    }

    /** Takes the four fields, all of them required. */
    void check() {
        shape.required(requestId);
        shape.required(itemId);
        shape.required(providerId);
        shape.required(targetKey);
    }

    String requestId() {
        return requestId.value();
    }

    String itemId() {
        return itemId.value();
    }

    String providerId() {
        return providerId.value();
    }

    String targetKey() {
        return targetKey.value();
    }
}
