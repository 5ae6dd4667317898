import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const PROGRAM = "chromium";
const LIMIT = 120_000;

/** Letters stay readable, and a picture stays small enough for the documentation. */
const SCALE = 0.8;

/**
 * Takes a picture of a page with Debian's Chromium, as PNG, JPEG or WebP by the file's name.
 *
 * @throws Error saying how to install it where it is missing
 */
export function screenshot(html: string, picture: string, width: number, height: number): void {
  const profile = mkdtempSync(join(tmpdir(), "takedown-chromium-"));
  try {
    const run = spawnSync(
      PROGRAM,
      [
        "--headless",
        "--disable-gpu",
        "--hide-scrollbars",
        "--no-first-run",
        // Chromium's own sandbox does not work for root.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        `--user-data-dir=${profile}`,
        `--window-size=${width},${height}`,
        `--force-device-scale-factor=${SCALE}`,
        `--screenshot=${picture}`,
        pathToFileURL(html).href,
      ],
      { encoding: "utf8", timeout: LIMIT },
    );
    if ((run.error as NodeJS.ErrnoException | undefined)?.code === "ENOENT") {
      throw new Error("Chromium is missing, so there are no pictures: apt-get install chromium");
    }
    if (run.status !== 0 || statSync(picture, { throwIfNoEntry: false }) === undefined) {
      throw new Error(`Chromium made no picture of ${html}: ${run.stderr}`);
    }
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
