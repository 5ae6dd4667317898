package vn.takedown.stack.explain;

import java.util.List;
import vn.takedown.model.explanation.ReceivedEvent;
import vn.takedown.model.reference.ReferenceBook;

/**
 * What the input holds about one case.
 *
 * @param events the case's own and the observations of its target, in order of arrival within each
 *     topic; empty when the input does not know the case
 * @param latest the greatest event time of everything read, milliseconds since the epoch; {@link
 *     Long#MIN_VALUE} when there was no event
 */
public record CaseRecords(ReferenceBook reference, List<ReceivedEvent> events, long latest) {}
