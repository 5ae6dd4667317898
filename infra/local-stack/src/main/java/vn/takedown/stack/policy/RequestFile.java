package vn.takedown.stack.policy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.takedown.compliance.ingest.ParseResult;
import vn.takedown.compliance.ingest.RequestParser;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.replay.RecordLines;

/**
 * The request events of one case, as its topic carries them.
 *
 * @param updates in the order of the lines; a repeated {@code event_id} is left out
 */
public record RequestFile(RequestIssued issued, List<RequestUpdated> updates) {

    public RequestFile {
        updates = List.copyOf(updates);
    }

    /**
     * @param name how failures call the file
     * @throws IOException when the file cannot be read
     * @throws StackFailure when a line is no request event, or there is not exactly one case
     */
    public static RequestFile read(String name, RecordLines lines) throws IOException {
        RequestParser parser = new RequestParser();
        RequestIssued issued = null;
        List<RequestUpdated> updates = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            TakedownEvent event = event(parser, line, new Place(name, lines.count()));
            if (event instanceof Heartbeat || !ids.add(event.eventId())) {
                continue;
            }
            if (event instanceof RequestUpdated updated) {
                updates.add(updated);
            } else if (event instanceof RequestIssued request) {
                if (issued != null && !issued.caseId().equals(request.caseId())) {
                    throw new StackFailure(
                            new Place(name, lines.count())
                                    + ": a second case; give the events of one.");
                }
                // A second ISSUED of the same case has no effect; the earlier one counts.
                issued =
                        issued == null || request.occurredAt() < issued.occurredAt()
                                ? request
                                : issued;
            }
        }
        if (issued == null) {
            throw new StackFailure(name + ": there is no ISSUED event.");
        }
        return new RequestFile(issued, updates);
    }

    private static TakedownEvent event(RequestParser parser, byte[] line, Place place) {
        ParseResult<TakedownEvent> result = parser.parse(line);
        if (result instanceof ParseResult.Rejected<TakedownEvent> rejected) {
            throw new StackFailure(
                    place + ": no request event: " + rejected.reason() + ": " + rejected.detail());
        }
        return ((ParseResult.Parsed<TakedownEvent>) result).value();
    }
}
