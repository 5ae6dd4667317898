import type { Dashboard } from "@grafana/grafana-foundation-sdk/dashboard";
import { terms, time } from "../panel/bucket";
import { words } from "../panel/mapping";
import { COUNT, percentileColumn, percentiles, sum } from "../panel/metric";
import { ALERTS, CASES_BY_ISSUE, CASES_BY_REMOVAL, COVERAGE, POLICIES } from "../panel/source";
import { rows } from "../panel/table";
import { documents } from "../panel/target";
import { COLOR, MINIMUM_CASES } from "../panel/threshold";
import { stackedBars } from "../panel/timeseries";
import { atLeast, joinBy, ratioOf, rename, sumOf } from "../panel/transform";
import { UNIT } from "../panel/unit";
import { BLOCKING as TEXT } from "../text/blocking";
import { EXCLUSION_REASONS } from "../text/codes";
import { LABELS } from "../text/labels";
import type { Language } from "../text/language";
import { PHRASES } from "../text/phrases";
import { SECTIONS } from "../text/sections";
import { countField, durationField } from "./cohort";
import { board, context, outages, policyChanges, providersVariable, linkedProvider } from "./context";
import { head, verdictsByIssue, verdictWords } from "./shared";

const BLOCK = "action:BLOCK AND provider_id:$provider";
const ELIGIBLE = `${BLOCK} AND NOT verdict:EXCLUDED`;
const BLOCKED = "blocked";
const SHARE = "share";

export function blocking(language: Language): Dashboard {
  const c = context(language);
  const { say } = c;
  const provider = linkedProvider(c);

  const isps = rows({
    ...head(say, 2, TEXT.isps),
    targets: [
      documents({
        source: CASES_BY_ISSUE,
        query: ELIGIBLE,
        buckets: [terms("provider_id")],
        metrics: [COUNT],
      }),
      documents({
        source: CASES_BY_ISSUE,
        query: `${ELIGIBLE} AND removals:>=1`,
        buckets: [terms("provider_id")],
        metrics: [COUNT],
      }),
    ],
    transformations: [
      rename("B", "Count", "found"),
      joinBy("provider_id"),
      // An ISP that blocked nothing has no row in the second query.
      sumOf(BLOCKED, ["found"]),
      ratioOf(SHARE, BLOCKED, "Count"),
      atLeast("Count", MINIMUM_CASES),
    ],
    sortBy: say(LABELS.blockedShare),
    fields: [
      provider,
      { name: SHARE, label: say(LABELS.blockedShare), unit: UNIT.share, decimals: 1 },
      countField(say, BLOCKED, LABELS.blocked),
      countField(say, "Count", LABELS.eligibleN),
    ],
  });
  const few = rows({
    ...head(say, 3, TEXT.few),
    targets: [
      documents({
        source: CASES_BY_ISSUE,
        query: BLOCK,
        buckets: [terms("provider_id"), terms("verdict")],
        metrics: [COUNT],
      }),
    ],
    sortBy: say(LABELS.cases),
    fields: [
      provider,
      {
        name: "verdict",
        label: say(LABELS.verdict),
        unit: UNIT.text,
        mappings: verdictWords(say) ?? [],
      },
      countField(say, "Count", LABELS.cases),
    ],
  });
  const speed = rows({
    ...head(say, 4, TEXT.time),
    targets: [
      documents({
        source: CASES_BY_REMOVAL,
        query: `${ELIGIBLE} AND _exists_:ttr_high_ms`,
        buckets: [terms("provider_id")],
        metrics: [COUNT, percentiles("ttr_high_ms", ["50", "90"])],
      }),
    ],
    transformations: [atLeast("Count", MINIMUM_CASES)],
    sortBy: say(LABELS.blockMedian),
    descending: true,
    fields: [
      provider,
      durationField(
        say,
        percentileColumn("ttr_high_ms", "50"),
        LABELS.blockMedian,
        PHRASES.noFigure,
      ),
      durationField(say, percentileColumn("ttr_high_ms", "90"), LABELS.blockP90, PHRASES.noFigure),
      countField(say, "Count", LABELS.blockedN),
    ],
  });
  const leaks = rows({
    ...head(say, 5, TEXT.leaks),
    targets: [
      documents({
        source: COVERAGE,
        query: "provider_id:$provider AND counted:>0",
        buckets: [terms("provider_id")],
        metrics: [sum("up"), sum("counted")],
      }),
      // The coverage does not say who is an ISP; who has something to block is.
      documents({
        source: CASES_BY_ISSUE,
        query: BLOCK,
        buckets: [terms("provider_id")],
        metrics: [COUNT],
      }),
    ],
    transformations: [
      joinBy("provider_id", "inner"),
      ratioOf(SHARE, "Sum up", "Sum counted"),
      atLeast("Sum counted", MINIMUM_CASES),
    ],
    sortBy: say(LABELS.leakRate),
    descending: true,
    fields: [
      provider,
      { name: SHARE, label: say(LABELS.leakRate), unit: UNIT.share, decimals: 1 },
      countField(say, "Sum up", LABELS.leaks),
      countField(say, "Sum counted", LABELS.counted),
    ],
  });
  const byWeek = stackedBars({
    ...head(say, 7, TEXT.blockedByDay),
    unit: UNIT.count,
    targets: [
      documents({
        source: CASES_BY_REMOVAL,
        query: ELIGIBLE,
        buckets: [time("first_down_at", "1w", true)],
        metrics: [COUNT],
        name: say(LABELS.blocked),
      }),
    ],
    fields: [
      { name: say(LABELS.blocked), label: say(LABELS.blocked), unit: UNIT.count, color: COLOR.good },
    ],
  });
  const moot = rows({
    ...head(say, 8, TEXT.moot),
    targets: [
      documents({
        source: CASES_BY_ISSUE,
        query: `${BLOCK} AND verdict:EXCLUDED`,
        buckets: [terms("exclusion_reason")],
        metrics: [COUNT],
      }),
    ],
    sortBy: say(LABELS.cases),
    descending: true,
    fields: [
      {
        name: "exclusion_reason",
        label: say(LABELS.reason),
        unit: UNIT.text,
        mappings: words(say, EXCLUSION_REASONS),
      },
      countField(say, "Count", LABELS.cases),
    ],
  });

  return board(c, {
    name: "blocking",
    sources: [CASES_BY_ISSUE, CASES_BY_REMOVAL, COVERAGE, ALERTS, POLICIES],
    variables: [providersVariable(c, CASES_BY_ISSUE, "action:BLOCK")],
    annotations: [outages(c), policyChanges(c)],
    from: "now-1y/d",
    sections: [
      {
        id: 1,
        title: say(SECTIONS.providers),
        lines: [
          { height: 10, panels: [[12, isps], [12, speed]] },
          { height: 10, panels: [[9, leaks], [8, few], [7, moot]] },
        ],
      },
      {
        id: 9,
        title: say(SECTIONS.history),
        lines: [
          {
            height: 9,
            panels: [
              [14, verdictsByIssue(say, head(say, 6, TEXT.verdicts), BLOCK)],
              [10, byWeek],
            ],
          },
        ],
      },
    ],
  });
}
