-- What the events say, as they come. Instants and durations are milliseconds.
DROP TABLE IF EXISTS provider, policy, request, acknowledgement, observation;

CREATE UNLOGGED TABLE provider (
    provider_id text NOT NULL,
    type text NOT NULL,
    jurisdiction text NOT NULL,
    asns bigint[] NOT NULL
);

-- An empty array matches anything.
CREATE UNLOGGED TABLE policy (
    policy_id text NOT NULL,
    version int NOT NULL,
    effective_from bigint NOT NULL,
    effective_to bigint,
    priority int NOT NULL,
    provider_types text[] NOT NULL,
    jurisdictions text[] NOT NULL,
    actions text[] NOT NULL,
    categories text[] NOT NULL,
    urgencies text[] NOT NULL,
    duration_ms bigint NOT NULL,
    consecutive int NOT NULL,
    vantages int NOT NULL,
    hold_ms bigint NOT NULL,
    claim_tolerance_ms bigint NOT NULL
);

CREATE UNLOGGED TABLE request (
    occurred_at bigint NOT NULL,
    provider_id text NOT NULL,
    target_key bytea NOT NULL,
    case_id text NOT NULL,
    action text NOT NULL,
    category text NOT NULL,
    urgency text NOT NULL,
    content_key bytea
);

CREATE UNLOGGED TABLE acknowledgement (
    occurred_at bigint NOT NULL,
    provider_id text NOT NULL,
    target_key bytea NOT NULL,
    case_id text NOT NULL,
    type text NOT NULL
);

CREATE UNLOGGED TABLE observation (
    occurred_at bigint NOT NULL,
    asn bigint NOT NULL,
    target_key bytea NOT NULL,
    provider_id text NOT NULL,
    event_id text NOT NULL,
    status text NOT NULL,
    vantage_id text NOT NULL
);
