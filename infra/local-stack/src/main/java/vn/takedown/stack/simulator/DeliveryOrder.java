package vn.takedown.stack.simulator;

import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Delivers every record up to a bound after its event time, and some of them twice. A record is so
 * never overtaken by one that is later than it by more than the bound.
 */
final class DeliveryOrder implements Iterator<SimulatedRecord> {

    private final Iterator<SimulatedRecord> source;
    private final SimulationSettings settings;
    private final Dice dice;
    private final PriorityQueue<Delivery> underWay = new PriorityQueue<>();

    private SimulatedRecord upcoming;
    private long sequence;

    /**
     * @param source in event-time order
     */
    DeliveryOrder(Iterator<SimulatedRecord> source, SimulationSettings settings) {
        this.source = source;
        this.settings = settings;
        this.dice = new Dice(~settings.seed());
        this.upcoming = source.hasNext() ? source.next() : null;
    }

    @Override
    public boolean hasNext() {
        return upcoming != null || !underWay.isEmpty();
    }

    @Override
    public SimulatedRecord next() {
        while (upcoming != null
                && (underWay.isEmpty()
                        || upcoming.occurredAtMillis() <= underWay.peek().deliveredAt())) {
            send(upcoming);
            if (dice.chance(settings.duplicateShare())) {
                send(upcoming);
            }
            upcoming = source.hasNext() ? source.next() : null;
        }
        Delivery first = underWay.poll();
        if (first == null) {
            throw new NoSuchElementException();
        }
        return first.record();
    }

    private void send(SimulatedRecord record) {
        long delay = dice.between(Duration.ZERO, settings.disorder());
        underWay.add(new Delivery(record.occurredAtMillis() + delay, sequence++, record));
    }

    private record Delivery(long deliveredAt, long sequence, SimulatedRecord record)
            implements Comparable<Delivery> {

        @Override
        public int compareTo(Delivery other) {
            int byTime = Long.compare(deliveredAt, other.deliveredAt);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }
}
