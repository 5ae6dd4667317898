import { at, isObject, type Json, type JsonObject } from "../query/json";

const BATCH = 4 << 20;
const SENDERS = 2;

/** Writes documents into the index of an alias; fields that its mapping lacks are left out. */
export async function load(
  address: string,
  alias: string,
  documents: Iterable<JsonObject>,
): Promise<number> {
  const fields = await mapped(address, alias);
  if (fields === undefined) {
    return 0;
  }
  await send(
    address,
    "PUT",
    `/${alias}/_settings`,
    JSON.stringify({ index: { refresh_interval: "-1" } }),
  );
  const batches = inBatches(documents, fields);
  let written = 0;
  const sender = async (): Promise<void> => {
    for (let batch = batches.next(); batch.done !== true; batch = batches.next()) {
      const answer = await send(
        address,
        "POST",
        `/${alias}/_bulk?filter_path=errors,items.*.error`,
        batch.value.lines,
      );
      if (at(answer, "errors") === true) {
        throw new Error(`Writing into ${alias} failed: ${JSON.stringify(answer).slice(0, 500)}`);
      }
      written += batch.value.documents;
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  await send(
    address,
    "PUT",
    `/${alias}/_settings`,
    JSON.stringify({ index: { refresh_interval: "1s" } }),
  );
  await send(address, "POST", `/${alias}/_refresh`);
  return written;
}

interface Batch {
  readonly lines: string;
  readonly documents: number;
}

function* inBatches(
  documents: Iterable<JsonObject>,
  fields: ReadonlySet<string>,
): Generator<Batch> {
  let lines: string[] = [];
  let size = 0;
  for (const { _id, ...document } of documents) {
    const kept = Object.fromEntries(
      Object.entries(document).filter(([name, value]) => fields.has(name) && value !== null),
    );
    const line = `${JSON.stringify({ index: { _id } })}\n${JSON.stringify(kept)}\n`;
    lines.push(line);
    size += line.length;
    if (size > BATCH) {
      yield { lines: lines.join(""), documents: lines.length };
      lines = [];
      size = 0;
    }
  }
  if (lines.length > 0) {
    yield { lines: lines.join(""), documents: lines.length };
  }
}

async function mapped(address: string, alias: string): Promise<ReadonlySet<string> | undefined> {
  const answer = await fetch(`${address}/${alias}/_mapping`);
  if (answer.status === 404) {
    return undefined;
  }
  const [index] = Object.values((await answer.json()) as JsonObject);
  const properties = at(index, "mappings", "properties");
  return new Set(isObject(properties) ? Object.keys(properties) : []);
}

async function send(address: string, method: string, path: string, body?: string): Promise<Json> {
  const answer = await fetch(address + path, {
    method,
    ...(body === undefined ? {} : { body, headers: { "Content-Type": "application/x-ndjson" } }),
  });
  if (!answer.ok) {
    throw new Error(
      `${method} ${path} answers ${answer.status}: ${(await answer.text()).slice(0, 500)}`,
    );
  }
  return (await answer.json()) as Json;
}
