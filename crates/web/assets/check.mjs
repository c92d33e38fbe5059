// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// Fails when dist/ is not what src/ builds to, or when the style sheet grows beyond its budget.

import { mkdtemp, readFile, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./build.mjs";

const CSS_BUDGET = 120_000;
const dist = fileURLToPath(new URL("dist", import.meta.url));
const fresh = await mkdtemp(join(tmpdir(), "meldroute-assets-"));

async function filesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
    .sort();
}

const errors = [];
try {
  await bundle(fresh);
  const names = new Set([...(await filesOf(fresh)), ...(await filesOf(dist))]);
  for (const name of names) {
    const [built, kept] = await Promise.all([fresh, dist].map((folder) => readFile(join(folder, name)).catch(() => null)));
    if (!built?.equals(kept ?? Buffer.alloc(0))) errors.push(`dist/${name} differs from what src/ builds: run npm run build`);
  }
  const { size } = await stat(join(fresh, "app.css"));
  if (size > CSS_BUDGET) errors.push(`app.css has ${size} bytes, its budget is ${CSS_BUDGET}`);
} finally {
  await rm(fresh, { recursive: true, force: true });
}
for (const error of errors) console.error(error);
process.exitCode = errors.length === 0 ? 0 : 1;
