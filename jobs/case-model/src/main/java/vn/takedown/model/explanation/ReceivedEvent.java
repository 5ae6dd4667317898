package vn.takedown.model.explanation;

import vn.takedown.model.event.TakedownEvent;

/**
 * A valid event as it was received.
 *
 * @param tooLate whether the job made it a dead letter because time had passed it
 */
public record ReceivedEvent(TakedownEvent event, boolean tooLate) {}
