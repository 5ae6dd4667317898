package vn.takedown.stack.simulator;

import vn.takedown.model.event.TakedownEvent;

/** An item that still has events to come. */
final class OpenItem implements Comparable<OpenItem> {

    private final Life life;
    private final ObservationTrack track;
    private int step;

    OpenItem(Life life, ObservationTrack track) {
        this.life = life;
        this.track = track;
    }

    /** Event time of the next event, {@link Long#MAX_VALUE} when the life is over. */
    long nextAt() {
        return Math.min(nextStepAt(), track.nextAt());
    }

    TakedownEvent next() {
        return nextStepAt() <= track.nextAt() ? life.steps().get(step++) : track.look();
    }

    @Override
    public int compareTo(OpenItem other) {
        int byTime = Long.compare(nextAt(), other.nextAt());
        return byTime != 0
                ? byTime
                : Long.compare(life.item().number(), other.life.item().number());
    }

    private long nextStepAt() {
        return step < life.steps().size() ? life.steps().get(step).occurredAt() : Long.MAX_VALUE;
    }
}
