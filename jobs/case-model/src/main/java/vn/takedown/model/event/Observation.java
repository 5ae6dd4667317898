package vn.takedown.model.event;

/**
 * What a crawler or an ISP probe saw of one target at one provider.
 *
 * @param contentKey null when the observer did not compute it
 * @param httpStatus null when there was no HTTP answer
 */
public record Observation(
        String eventId,
        long occurredAt,
        String providerId,
        String targetKey,
        ObservationStatus status,
        Vantage vantage,
        ControlStatus controlStatus,
        String contentKey,
        Integer httpStatus)
        implements TakedownEvent {}
