package vn.takedown.compliance.sink.alertmanager;

/**
 * One alert as Alertmanager takes it.
 *
 * @param identity the same for the same labels; a later post replaces an earlier one
 * @param json an object of the array that {@code POST /api/v2/alerts} takes
 */
public record AlertPost(String identity, byte[] json) {}
