package vn.takedown.stack.simulator;

/**
 * How a provider answers requests. All but {@code slowness} and {@code ackMedianHours} are shares
 * between 0 and 1.
 *
 * @param slowness added to the logarithm of the time to act of the provider's family
 * @param noAction of items never acted on
 * @param refusal of those, the ones refused in words
 * @param geoLimited of items acted on, the ones only hidden from Vietnam
 * @param automaticAck of deliveries confirmed by a machine within minutes
 * @param silent of items that get no answer from a person
 * @param ackMedianHours median time to a person's answer
 * @param claim of items acted on that are reported as done
 * @param falseClaim of claims made before the content is gone
 * @param reinstatement of removals that come back
 * @param undeliverable of requests that bounce
 * @param objection of items for which clarification is asked
 * @param softRemoval of removals that leave a placeholder page
 */
record Behaviour(
        double slowness,
        double noAction,
        double refusal,
        double geoLimited,
        double automaticAck,
        double silent,
        double ackMedianHours,
        double claim,
        double falseClaim,
        double reinstatement,
        double undeliverable,
        double objection,
        double softRemoval) {}
