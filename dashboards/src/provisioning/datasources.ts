import { SOURCES, sourceName } from "../panel/source";

/** `provisioning/datasources/takedown.yaml`: what Grafana may read, and by which time field. */
export function datasources(): object {
  return {
    apiVersion: 1,
    prune: true,
    datasources: SOURCES.map((source) =>
      source.kind === "elasticsearch"
        ? {
            name: sourceName(source),
            uid: source.uid,
            type: source.kind,
            access: "proxy",
            url: "$TAKEDOWN_ELASTICSEARCH_URL",
            editable: false,
            jsonData: {
              index: source.alias,
              timeField: source.timeField,
              timeInterval: "1m",
              maxConcurrentShardRequests: 5,
              httpHeaderName1: "Authorization",
            },
            secureJsonData: {
              httpHeaderValue1: "ApiKey $TAKEDOWN_ELASTICSEARCH_API_KEY",
            },
          }
        : {
            name: sourceName(source),
            uid: source.uid,
            type: source.kind,
            access: "proxy",
            url: "$TAKEDOWN_PROMETHEUS_URL",
            editable: false,
            jsonData: { httpMethod: "POST", timeInterval: "30s" },
          },
    ),
  };
}
