package vn.takedown.compliance.document;

/**
 * One field of a case document before and after a change, as text.
 *
 * @param before null when it was absent
 * @param after null when it is absent
 */
public record FieldChange(String field, String before, String after) {}
