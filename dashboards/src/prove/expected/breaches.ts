import type { Expectation, Facts } from "../expectation";
import { caseColumns, deadlineColumns, firstBy } from "./caselists";
import { groups, inRange, instant, isOverdue, least, text, type Document } from "./vocabulary";

const LIST = 200;
const ALERTS = 500;
const SEVERITIES = ["critical", "warning", "info"];

function firing(facts: Facts): readonly Document[] {
  return inRange(facts, "takedown-alerts", "starts_at").filter(
    (alert) => text(alert, "status") === "FIRING",
  );
}

/** What the panels of breaches and alerts show, by their ids. */
export const BREACHES: Readonly<Record<number, Expectation>> = {
  2: (facts) => ({
    rows: [
      SEVERITIES.map(
        (severity) => firing(facts).filter((alert) => text(alert, "severity") === severity).length,
      ),
    ],
    anyOrder: true,
  }),
  3: (facts) => ({
    rows: [...groups(firing(facts), "kind", "severity")].map(([key, alerts]) => [
      ...key.split("|"),
      alerts.length,
      least(alerts.map((alert) => instant(alert, "starts_at"))),
    ]),
  }),
  4: (facts) => ({
    rows: firing(facts)
      .filter((alert) => ["critical", "warning"].includes(text(alert, "severity")))
      .map((alert) => [
        instant(alert, "starts_at"),
        text(alert, "severity"),
        text(alert, "kind"),
        text(alert, "provider_id"),
        alert["case_id"] === undefined ? null : (alert["case_id"] as string | null),
        text(alert, `summary_${facts.language}`),
      ]),
    newest: { column: 0, most: ALERTS },
  }),
  5: (facts) => ({
    rows: firstBy(
      inRange(facts, "takedown-cases", "due_at").filter(isOverdue),
      "due_at",
      false,
      LIST,
    ).map((found) => [...caseColumns(found, true), ...deadlineColumns(found, facts.range.to)]),
  }),
  6: (facts) => ({
    rows: firstBy(
      inRange(facts, "takedown-cases", "issued_at").filter(
        (found) => text(found, "verdict") === "PENDING" && text(found, "due_at") !== "",
      ),
      "due_at",
      false,
      LIST,
    ).map((found) => [...caseColumns(found, true), instant(found, "due_at")]),
  }),
  8: (facts) => ({
    rows: [...groups(firing(facts), "provider_id")].map(([id, alerts]) => [id, alerts.length]),
  }),
};
