import type { Json } from "../query/json";
import type { AskMetrics } from "../query/show";

/** The Prometheus that is asked. */
export class Prometheus {
  constructor(private readonly address: string) {}

  /** Also a refusal is an answer: it says why. */
  readonly ask: AskMetrics = async ({ path, expression, parameters }) => {
    const asked = new URLSearchParams({ query: expression });
    Object.entries(parameters).forEach(([name, value]) => asked.set(name, String(value)));
    const answer = await fetch(`${this.address}${path}`, { method: "POST", body: asked }).catch(
      (cause: unknown) => {
        throw new Error(
          `Prometheus does not answer at ${this.address}: start it, or name another with --prometheus.`,
          { cause },
        );
      },
    );
    const text = await answer.text();
    try {
      return JSON.parse(text) as Json;
    } catch {
      throw new Error(`POST ${path} answers ${answer.status}: ${text.slice(0, 500)}`);
    }
  };
}
