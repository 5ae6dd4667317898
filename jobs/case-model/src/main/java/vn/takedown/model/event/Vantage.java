package vn.takedown.model.event;

/**
 * Where an observation was made.
 *
 * @param asn autonomous system number, 0 to 2³²−1
 */
public record Vantage(String id, String country, long asn) {}
