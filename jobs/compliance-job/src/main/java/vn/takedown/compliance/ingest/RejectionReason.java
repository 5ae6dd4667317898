package vn.takedown.compliance.ingest;

/** Why a record became a dead letter (contract sections 1 and 6, item 1). */
public enum RejectionReason {
    /** The value is over 1 MiB. */
    TOO_LARGE,
    /** The value is absent or has no bytes. */
    EMPTY,
    /** The bytes are no UTF-8. */
    INVALID_UTF8,
    /** The bytes are no JSON object. */
    NOT_JSON,
    /** Objects and arrays are nested over 100 deep. */
    TOO_DEEP,
    /** An object holds the same name twice. */
    DUPLICATE_NAME,
    /** {@code schema_version} is not 1. */
    UNSUPPORTED_SCHEMA_VERSION,
    /** A required field is absent or null. */
    MISSING_FIELD,
    /** A known field holds a value of another JSON type. */
    WRONG_TYPE,
    /** An enum field holds a value that the contract does not list. */
    UNKNOWN_VALUE,
    /** A number or a length is out of its range. */
    OUT_OF_RANGE,
    /** An instant is not written as the contract says, does not exist, or is outside 2000–2099. */
    INVALID_INSTANT,
    /** A duration is no ISO-8601 duration of days to seconds. */
    INVALID_DURATION,
    /** A key is not 64 lower-case hex digits. */
    INVALID_KEY,
    /** An id is empty, over 128 characters, or holds {@code /}, {@code |} or white space. */
    INVALID_ID,
    /** The event is valid but arrived after its case's state was retired. */
    TOO_LATE
}
