package vn.takedown.model.reference;

import java.util.Set;

/** Why one version of a policy is, or is not, the policy of a request. */
public sealed interface PolicyStanding {

    /** It is the policy of the request. */
    record Applies() implements PolicyStanding {}

    /** The request was issued before {@code effective_from}. */
    record NotYetInForce() implements PolicyStanding {}

    /** The request was issued at or after {@code effective_to}. */
    record NoLongerInForce() implements PolicyStanding {}

    /** A higher version of the same id was in force too (contract section 6, item 4). */
    record Replaced(Policy by) implements PolicyStanding {}

    /**
     * It is for other requests.
     *
     * @param unmet never empty
     */
    record Mismatch(Set<Criterion> unmet) implements PolicyStanding {

        public Mismatch {
            unmet = Set.copyOf(unmet);
        }
    }

    /** It matches, but another one has a higher priority or, at an equal one, the first id. */
    record Outranked(Policy by) implements PolicyStanding {}
}
