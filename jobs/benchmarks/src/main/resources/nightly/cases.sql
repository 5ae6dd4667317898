-- The figures of all cases as of :cut_off (T), from all events at once (contract sections 2, 3, 6).
-- The lives of the benchmark's records only: of requests ISSUED, no source that goes away under a
-- BLOCK. The loader refuses other requests.
DROP TABLE IF EXISTS cases, followed, seen, run;
ANALYZE provider, policy, request, acknowledgement, observation;

-- Every case with its legal clock and the provider's first answers. A number is cheaper to sort
-- by than an id.
CREATE UNLOGGED TABLE followed AS
WITH issued AS (
    SELECT DISTINCT ON (case_id) *
    FROM request
    ORDER BY case_id, occurred_at
), answered AS (
    SELECT a.case_id,
        min(a.occurred_at) AS acknowledged_at,
        min(a.occurred_at) FILTER (WHERE a.type = 'CLAIMED_DONE') AS claimed_at
    FROM acknowledgement a
    JOIN issued i USING (case_id, provider_id, target_key)
    WHERE a.occurred_at >= i.occurred_at
    GROUP BY a.case_id
)
SELECT row_number() OVER () AS number,
    i.case_id, i.provider_id, i.target_key, i.content_key,
    i.action = 'BLOCK' AS block,
    coalesce(v.asns, '{}') AS asns,
    i.occurred_at AS t0,
    i.occurred_at + coalesce(p.duration_ms, 86400000) AS due_at,
    coalesce(p.policy_id, 'default') AS policy_id,
    coalesce(p.version, 0) AS policy_version,
    coalesce(p.consecutive, 3) AS consecutive,
    coalesce(p.vantages, 2) AS vantages,
    coalesce(p.hold_ms, 21600000) AS hold_ms,
    a.acknowledged_at,
    a.claimed_at,
    a.claimed_at + coalesce(p.claim_tolerance_ms, 3600000) AS claim_due_at
FROM issued i
LEFT JOIN provider v USING (provider_id)
LEFT JOIN answered a USING (case_id)
LEFT JOIN LATERAL (
    -- The newest version in force stands for its policy, also where it does not match.
    SELECT * FROM (
        SELECT DISTINCT ON (policy_id) *
        FROM policy
        WHERE effective_from <= i.occurred_at
            AND (effective_to IS NULL OR i.occurred_at < effective_to)
        ORDER BY policy_id, version DESC
    ) AS standing
    WHERE (provider_types = '{}' OR v.type = ANY (provider_types))
        AND (jurisdictions = '{}' OR v.jurisdiction = ANY (jurisdictions))
        AND (actions = '{}' OR i.action = ANY (actions))
        AND (categories = '{}' OR i.category = ANY (categories))
        AND (urgencies = '{}' OR i.urgency = ANY (urgencies))
    ORDER BY priority DESC, policy_id
    LIMIT 1
) AS p ON true;
ANALYZE followed;

-- The counted observations of each case in order, and which up each of them follows: between two
-- ups lies one down run.
CREATE UNLOGGED TABLE seen AS
SELECT number, position, occurred_at, up, ups, vantage_id
FROM (
    SELECT number, occurred_at, event_id, up, vantage_id,
        row_number() OVER in_order AS position,
        count(*) FILTER (WHERE up) OVER in_order AS ups,
        lag(event_id) OVER in_order AS event_before
    FROM (
        SELECT f.number, o.occurred_at, o.event_id, o.vantage_id,
            o.status IN ('UP', 'GEO_BLOCKED') AS up
        FROM observation o
        JOIN followed f USING (provider_id, target_key)
        WHERE o.occurred_at >= f.t0 - 604800000
            AND CASE WHEN f.block
                THEN o.status IN ('BLOCKED', 'UP', 'GEO_BLOCKED') AND o.asn = ANY (f.asns)
                ELSE o.status IN ('DOWN_HARD', 'DOWN_SOFT', 'UP', 'GEO_BLOCKED')
            END
    ) AS counted
    WINDOW in_order AS (
        PARTITION BY number ORDER BY occurred_at, event_id ROWS UNBOUNDED PRECEDING)
) AS ordered
-- An event that comes twice lies beside itself.
WHERE event_before IS DISTINCT FROM event_id;
ANALYZE seen;

-- Every down run, and when it was confirmed.
CREATE UNLOGGED TABLE run AS
SELECT d.number, d.ups,
    min(d.occurred_at) AS started_at,
    min(d.occurred_at) FILTER (
        WHERE d.downs >= f.consecutive
            AND d.vantages >= f.vantages
            AND d.occurred_at - d.started_at >= f.hold_ms) AS confirmed_at
FROM (
    SELECT number, ups, occurred_at,
        row_number() OVER in_order AS downs,
        first_value(occurred_at) OVER in_order AS started_at,
        sum(new_vantage) OVER in_order AS vantages
    FROM (
        SELECT number, ups, position, occurred_at,
            CASE WHEN row_number() OVER (
                PARTITION BY number, ups, vantage_id ORDER BY position) = 1
                THEN 1 ELSE 0 END AS new_vantage
        FROM seen
        WHERE NOT up
    ) AS downs
    WINDOW in_order AS (PARTITION BY number, ups ORDER BY position ROWS UNBOUNDED PRECEDING)
) AS d
JOIN followed f USING (number)
GROUP BY d.number, d.ups;
ANALYZE run;

CREATE UNLOGGED TABLE cases AS
WITH removal AS (
    SELECT r.number,
        count(*) AS removals,
        min(r.ups) AS first_ups,
        min(r.started_at) AS first_down_at,
        min(r.confirmed_at) AS confirmed_down_at,
        max(r.ups) AS last_ups
    FROM run r
    JOIN followed f USING (number)
    WHERE r.confirmed_at >= f.t0
    GROUP BY r.number
), looks AS (
    SELECT f.number,
        count(*) FILTER (WHERE s.occurred_at >= f.t0) AS observations,
        max(s.ups) AS ups,
        coalesce(max(s.ups) FILTER (WHERE s.occurred_at < f.t0), 0) AS ups_before,
        -- The up that a run follows has the run's number: those up to it came before the run.
        max(s.occurred_at) FILTER (WHERE s.up AND (m.number IS NULL OR s.ups <= m.first_ups))
            AS last_up_at,
        min(s.occurred_at) FILTER (WHERE s.up AND s.ups > m.first_ups) AS reappeared_at,
        min(s.occurred_at) FILTER (
            WHERE s.up AND s.occurred_at > f.claim_due_at
                AND (m.number IS NULL OR s.ups <= m.first_ups)) AS false_claim_at
    FROM seen s
    JOIN followed f USING (number)
    LEFT JOIN removal m USING (number)
    GROUP BY f.number
), judged AS (
    SELECT f.*, m.first_down_at, m.confirmed_down_at, m.last_ups,
        coalesce(m.removals, 0) AS removals,
        l.last_up_at, l.reappeared_at, l.false_claim_at, l.ups,
        coalesce(l.observations, 0) AS observations,
        open.started_at AS open_since,
        open.confirmed_at AS open_confirmed_at,
        before.number IS NOT NULL AS already_down
    FROM followed f
    LEFT JOIN removal m USING (number)
    LEFT JOIN looks l USING (number)
    LEFT JOIN run open ON open.number = f.number AND open.ups = l.ups
    LEFT JOIN run before ON before.number = f.number AND before.ups = l.ups_before
        AND before.started_at < f.t0 AND before.confirmed_at IS NOT NULL
)
SELECT case_id, provider_id, target_key, content_key, policy_id, policy_version,
    t0, due_at, acknowledged_at, claimed_at, last_up_at, first_down_at, confirmed_down_at,
    reappeared_at, false_claim_at, removals, observations,
    -- Each removal but the one that holds was followed by a reinstatement.
    CASE WHEN last_ups = ups THEN removals - 1 ELSE removals END AS reinstatements,
    CASE WHEN acknowledged_at IS NOT NULL THEN greatest(0, acknowledged_at - t0) END AS tta_ms,
    CASE WHEN first_down_at IS NOT NULL THEN greatest(0, first_down_at - t0) END AS ttr_high_ms,
    greatest(0, coalesce(last_up_at, t0) - t0) AS ttr_low_ms,
    CASE
        WHEN already_down THEN 'EXCLUDED'
        WHEN first_down_at <= due_at THEN 'ON_TIME'
        WHEN last_up_at > due_at THEN 'BREACH'
        WHEN first_down_at > due_at THEN 'INDETERMINATE'
        WHEN :cut_off <= due_at THEN 'PENDING'
        WHEN open_since <= due_at THEN 'UNCONFIRMED'
        WHEN observations = 0 THEN 'UNOBSERVED'
        ELSE 'OVERDUE'
    END AS verdict,
    CASE
        WHEN removals > 0 AND last_ups < ups THEN 'REINSTATED'
        WHEN removals > 0 THEN 'REMOVED'
        WHEN open_confirmed_at IS NULL
            AND open_since >= greatest(t0, acknowledged_at, claimed_at) THEN 'DOWN_UNCONFIRMED'
        WHEN claimed_at >= greatest(t0, acknowledged_at) THEN 'CLAIMED'
        WHEN acknowledged_at IS NOT NULL THEN 'ACKNOWLEDGED'
        ELSE 'ISSUED'
    END AS state,
    CASE
        WHEN content_key IS NULL OR count(*) OVER earlier = 0 THEN 'NONE'
        WHEN min(confirmed_down_at) OVER earlier <= t0 THEN 'STRICT'
        ELSE 'LOOSE'
    END AS recidivism,
    CASE WHEN content_key IS NULL THEN 0 ELSE count(*) OVER earlier END AS prior_cases
FROM judged
WINDOW earlier AS (
    PARTITION BY provider_id, content_key ORDER BY t0, case_id
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING);
