import { SEARCH_PATH } from "../query/compile";
import { at, isObject, type Json, type JsonObject } from "../query/json";
import type { Ask } from "../query/show";

const PAGE = 5000;

/** What Elasticsearch says of a field across the indices of an alias. */
export interface FieldCapability {
  readonly types: readonly string[];
  readonly aggregatable: boolean;
}

/** Fields by name. */
export type Fields = ReadonlyMap<string, FieldCapability>;

/** The Elasticsearch that is asked. */
export class Cluster {
  private readonly known = new Map<string, Fields | undefined>();
  private readonly answers = new Map<string, Promise<Json>>();

  constructor(private readonly address: string) {}

  /** Sends the lines of a `_msearch`. */
  readonly ask: Ask = (lines) => this.send("POST", SEARCH_PATH, lines, "application/x-ndjson");

  /** The same for documents that do not change: what was asked before is not asked again. */
  readonly askOnce: Ask = (lines) => {
    const answer = this.answers.get(lines) ?? this.ask(lines);
    this.answers.set(lines, answer);
    return answer;
  };

  /** The fields behind an alias; undefined when there is no such index. */
  async fields(alias: string): Promise<Fields | undefined> {
    if (!this.known.has(alias)) {
      this.known.set(alias, await this.readFields(alias));
    }
    return this.known.get(alias);
  }

  private async readFields(alias: string): Promise<Fields | undefined> {
    const path = `/${alias}/_field_caps?fields=*&ignore_unavailable=true&allow_no_indices=true`;
    const answer = await this.send("GET", path);
    const indices = at(answer, "indices");
    const fields = at(answer, "fields");
    if (!isObject(fields) || (Array.isArray(indices) && indices.length === 0)) {
      return undefined;
    }
    return new Map(Object.entries(fields).map(([name, held]) => [name, capability(held ?? {})]));
  }

  /** Every document behind the alias. */
  async documents(alias: string): Promise<readonly JsonObject[]> {
    const body = JSON.stringify({ size: PAGE, sort: ["_doc"] });
    const found: JsonObject[] = [];
    let page = await this.send("POST", `/${alias}/_search?scroll=1m`, body);
    for (;;) {
      const hits = at(page, "hits", "hits");
      const scroll = at(page, "_scroll_id");
      if (!Array.isArray(hits) || hits.length === 0) {
        await this.send("DELETE", "/_search/scroll", JSON.stringify({ scroll_id: scroll }));
        return found;
      }
      for (const hit of hits as readonly Json[]) {
        found.push({ _id: at(hit, "_id"), ...(at(hit, "_source") as JsonObject) });
      }
      page = await this.send(
        "POST",
        "/_search/scroll",
        JSON.stringify({ scroll: "1m", scroll_id: scroll }),
      );
    }
  }

  private async send(
    method: string,
    path: string,
    body?: string,
    type = "application/json",
  ): Promise<Json> {
    const answer = await fetch(`${this.address}${path}`, {
      method,
      ...(body === undefined ? {} : { body, headers: { "Content-Type": type } }),
    }).catch((cause: unknown) => {
      throw new Error(
        `Elasticsearch does not answer at ${this.address}: start it, or name another with --elasticsearch.`,
        { cause },
      );
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`${method} ${path} answers ${answer.status}: ${text.slice(0, 500)}`);
    }
    return JSON.parse(text) as Json;
  }
}

function capability(held: Json): FieldCapability {
  const byType = isObject(held) ? Object.entries(held) : [];
  return {
    types: byType.map(([type]) => type),
    aggregatable: byType.every(([, said]) => at(said, "aggregatable") === true),
  };
}
