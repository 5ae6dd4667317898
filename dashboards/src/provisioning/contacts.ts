/** `examples/contact-points.yaml`: sends what Grafana finds to the Alertmanager of the monitor. */
export function contacts(): object {
  return {
    apiVersion: 1,
    contactPoints: [
      {
        orgId: 1,
        name: "takedown-alertmanager",
        receivers: [
          {
            uid: "takedown-alertmanager",
            type: "prometheus-alertmanager",
            settings: { url: "$TAKEDOWN_ALERTMANAGER_URL" },
            disableResolveMessage: false,
          },
        ],
      },
    ],
    policies: [
      {
        orgId: 1,
        receiver: "takedown-alertmanager",
        group_by: ["grafana_folder", "alertname"],
        group_wait: "30s",
        group_interval: "5m",
        repeat_interval: "4h",
      },
    ],
  };
}
