package vn.takedown.model.oracle;

/**
 * An alert as it must be at T (contract section 4).
 *
 * @param startsAt milliseconds since the epoch
 * @param endsAt milliseconds since the epoch; null while it fires
 * @param severity in small letters
 * @param level null when the kind has none
 */
public record ExpectedAlert(
        String key, boolean firing, long startsAt, Long endsAt, String severity, String level) {}
