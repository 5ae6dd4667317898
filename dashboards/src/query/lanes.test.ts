import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { inLanes } from "./lanes";

test("results come in the order of the things, however long each takes", async () => {
  let busy = 0;
  let busiest = 0;
  const results = await inLanes(2, [30, 1, 10, 1], async (time) => {
    busiest = Math.max(busiest, ++busy);
    await pause(time);
    busy--;
    return time * 2;
  });

  assert.deepEqual(results, [60, 2, 20, 2]);
  assert.equal(busiest, 2);
});

test("a failure is not lost", async () => {
  await assert.rejects(
    inLanes(2, [1, 2], (number) =>
      number === 2 ? Promise.reject(new Error("no")) : Promise.resolve(number),
    ),
    /no/,
  );
});
