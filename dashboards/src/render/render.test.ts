import assert from "node:assert/strict";
import { test } from "node:test";
import type { Field } from "../query/frame";
import type { FieldOptions } from "../query/model";
import { colorOf } from "./color";
import { formatted } from "./format";
import { markdown } from "./html";

const NOW = Date.parse("2026-07-01T05:00:00.000Z");

function field(config: FieldOptions): Field {
  return { name: "f", type: "number", values: [], config };
}

function text(config: FieldOptions, value: number | string | null): string {
  return formatted(field(config), value, NOW);
}

test("numbers are written in the unit of their field", () => {
  assert.equal(text({ unit: "none" }, 1234), "1234");
  assert.equal(text({ unit: "percentunit", decimals: 1 }, 0.7632), "76.3%");
  assert.equal(text({ unit: "dtdurationms", decimals: 1 }, 95_400_000), "1 day, 2 hours");
  assert.equal(text({ unit: "clockms", decimals: 1 }, 95_400_000), "26h:30m");
  assert.equal(text({ unit: "bytes" }, 1536), "1.50 KiB");
});

test("times are written in Vietnam's time", () => {
  assert.equal(text({ unit: "dateTimeAsIso" }, NOW), "2026-07-01 12:00:00");
  assert.equal(text({ unit: "time:MM/YYYY" }, "2026-07-01"), "07/2026");
  assert.equal(text({ unit: "dateTimeFromNow" }, NOW - 3 * 86_400_000), "3 days ago");
});

test("an absent value shows what the panel says of it", () => {
  assert.equal(text({ unit: "none", noValue: "too few" }, null), "too few");
});

test("mappings give words and colours, thresholds colours", () => {
  const mapped = field({
    mappings: [
      { type: "value", options: { HELD: { text: "held back", color: "red" } } },
      { type: "range", options: { from: null, to: 0.8, result: { text: "poor" } } },
    ],
    thresholds: {
      steps: [
        { value: null, color: "red" },
        { value: 0.95, color: "green" },
      ],
    },
  });

  assert.equal(formatted(mapped, "HELD", NOW), "held back");
  assert.equal(formatted(mapped, 0.5, NOW), "poor");
  assert.equal(colorOf(mapped, 0.96), "#2a7d3f");
  assert.equal(colorOf(mapped, 0.9), "#b3202c");
  assert.throws(() => text({ unit: "parsecs" }, 1), /"parsecs" is not known here/);
});

test("markdown becomes text that cannot run", () => {
  assert.equal(
    markdown("## Why\n- **a** <script>\n\nsee `x`"),
    "<h4>Why</h4><ul><li><b>a</b> &lt;script&gt;</li></ul><p>see <code>x</code></p>",
  );
});
