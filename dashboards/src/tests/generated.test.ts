import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { generatedFiles, ROOT } from "../generated";

const STALE = "differs from what the code makes; run npm run generate and commit.";

for (const file of generatedFiles()) {
  test(`${file.path.slice(ROOT.length + 1)} is what the code makes`, () => {
    assert.ok(existsSync(file.path), `${file.path} ${STALE}`);
    assert.equal(readFileSync(file.path, "utf8"), file.content, `${file.path} ${STALE}`);
  });
}

test("no dashboard file is left over from a dashboard that is gone", () => {
  const made = generatedFiles().map((file) => file.path);
  const folder = join(ROOT, "infra/grafana/dashboards");
  const kept = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(folder, name));
  assert.deepEqual(
    kept.filter((path) => !made.includes(path)),
    [],
  );
});
