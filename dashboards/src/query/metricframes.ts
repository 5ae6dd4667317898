import type { Cell, Frame } from "./frame";
import { at, isObject, type Json } from "./json";
import type { MetricQuery } from "./metricquery";

type Labels = Readonly<Record<string, string>>;
type Sample = readonly [time: number, value: Cell];

/**
 * Makes frames of Prometheus's answer, as Grafana does: one for each series, named by the legend.
 *
 * @throws Error with Prometheus's reason when the query failed
 */
export function metricFrames(query: MetricQuery, answer: Json): readonly Frame[] {
  const { target } = query;
  if (at(answer, "status") !== "success") {
    throw new Error(
      `Prometheus refuses target ${target.refId}: ` +
        `${String(at(answer, "error"))} in ${query.expression}`,
    );
  }
  const result = at(answer, "data", "result");
  return (Array.isArray(result) ? (result as readonly Json[]) : []).map((series): Frame => {
    const labels = labelsOf(series);
    const title = titled(target.legendFormat ?? "", labels, target.refId);
    const samples = withGaps(samplesOf(series), query.parameters["step"]);
    return {
      refId: target.refId,
      name: title,
      fields: [
        { name: "Time", type: "time", values: samples.map(([time]) => time), config: {} },
        {
          name: "Value",
          type: "number",
          title,
          labels,
          values: samples.map(([, value]) => value),
          config: {},
        },
      ],
    };
  });
}

function labelsOf(series: Json): Labels {
  const labels = at(series, "metric");
  return isObject(labels)
    ? Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, String(value)]))
    : {};
}

/** A curve has `values`, a figure has one `value`; each is a time in seconds and a text. */
function samplesOf(series: Json): readonly Sample[] {
  const many = at(series, "values");
  const one = at(series, "value");
  const list = (Array.isArray(many) ? many : one === undefined ? [] : [one]) as readonly Json[];
  return list.map((sample): Sample => {
    const [seconds, text] = sample as readonly [number, string];
    const value = Number(text);
    return [Math.round(seconds * 1000), Number.isFinite(value) ? value : null];
  });
}

/** Where Prometheus has nothing for a step, a curve is broken. */
function withGaps(samples: readonly Sample[], step: number | undefined): readonly Sample[] {
  if (step === undefined) {
    return samples;
  }
  return samples.flatMap((sample, place) => {
    const before = samples[place - 1];
    const isGap = before !== undefined && sample[0] - before[0] > 1500 * step;
    return isGap ? [[before[0] + 1000 * step, null] as const, sample] : [sample];
  });
}

/** In Grafana a label that no series has leaves a hole in the name; here it is an error. */
function titled(legend: string, labels: Labels, refId: string): string {
  if (legend === "") {
    throw new Error(`Target ${refId} needs a legend to name its series.`);
  }
  return legend.replace(/\{\{\s*(.+?)\s*\}\}/g, (whole, name: string) => {
    const value = labels[name];
    if (value === undefined || value === "") {
      throw new Error(`${whole} in the legend of target ${refId} is no label of its series.`);
    }
    return value;
  });
}
