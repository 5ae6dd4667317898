package vn.takedown.compliance.document;

import vn.takedown.compliance.ingest.InstantFormat;
import vn.takedown.model.coverage.HourCoverage;

/**
 * How the open cases of a provider were watched in one hour (contract section 4).
 *
 * @param updatedAt {@code T}, milliseconds since the epoch
 */
public record CoverageDocument(String providerId, HourCoverage coverage, long updatedAt) {

    /** {@code hour|provider_id} (contract section 4). */
    public String id() {
        return InstantFormat.format(coverage.hour()) + '|' + providerId;
    }
}
