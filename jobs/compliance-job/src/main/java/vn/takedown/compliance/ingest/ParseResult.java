package vn.takedown.compliance.ingest;

/** What became of the bytes of one record: a value, or the reason why they are none. */
public sealed interface ParseResult<T> {

    /** The record follows the contract. */
    record Parsed<T>(T value) implements ParseResult<T> {}

    /**
     * The record breaks the contract.
     *
     * @param detail one line for a person, without any value from the record but field names
     */
    record Rejected<T>(RejectionReason reason, String detail) implements ParseResult<T> {}
}
