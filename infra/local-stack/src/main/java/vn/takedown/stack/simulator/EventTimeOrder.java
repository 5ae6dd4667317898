package vn.takedown.stack.simulator;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import vn.takedown.model.event.TakedownEvent;

/** Merges the lives of all items by event time. Holds only the items that are open. */
final class EventTimeOrder implements Iterator<TakedownEvent> {

    private final SimulationSettings settings;
    private final Intake intake;
    private final LifePlanner planner;
    private final CrawlerOutages outages;
    private final long end;
    private final PriorityQueue<OpenItem> open = new PriorityQueue<>();

    private ItemPlan upcoming;
    private int mostOpen;

    EventTimeOrder(SimulationSettings settings, Intake intake, LifePlanner planner) {
        this.settings = settings;
        this.intake = intake;
        this.planner = planner;
        this.outages = new CrawlerOutages(settings.seed());
        this.end = settings.endMillis();
        this.upcoming = intake.next();
        admit();
    }

    /** The greatest number of items that were open at once so far. */
    int mostOpen() {
        return mostOpen;
    }

    @Override
    public boolean hasNext() {
        return !open.isEmpty();
    }

    @Override
    public TakedownEvent next() {
        OpenItem first = open.poll();
        if (first == null) {
            throw new NoSuchElementException();
        }
        TakedownEvent event = first.next();
        if (first.nextAt() < end) {
            open.add(first);
        }
        admit();
        return event;
    }

    /** Opens every item that may have an event before the earliest known one. */
    private void admit() {
        long lead = Intake.LONGEST_LEAD.toMillis();
        while (upcoming.issuedAt() < end
                && (open.isEmpty() || upcoming.issuedAt() - lead <= open.peek().nextAt())) {
            Life life = planner.plan(upcoming);
            ObservationTrack track = new ObservationTrack(life, settings.cadence(), outages, end);
            open.add(new OpenItem(life, track));
            mostOpen = Math.max(mostOpen, open.size());
            upcoming = intake.next();
        }
    }
}
