// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// `node build.mjs dist`: bundles src/ with esbuild. The result is committed, so that a cargo build needs no npm.

import { copyFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = fileURLToPath(new URL(".", import.meta.url));

/** @param {string} target folder, emptied first */
export async function bundle(target) {
  await rm(target, { recursive: true, force: true });
  await build({
    absWorkingDir: HERE,
    entryPoints: ["src/app.css", "src/app.js", "src/leave.js"],
    outdir: target,
    bundle: true,
    minify: true,
    format: "iife",
    target: ["chrome120", "firefox120", "safari17"],
    loader: { ".woff2": "file" },
    assetNames: "fonts/[name]",
    legalComments: "eof",
    logLevel: "warning",
  });
  await copyFile(`${HERE}node_modules/@fontsource/fira-sans/LICENSE`, `${target}/fonts/LICENSE.txt`);
}

if (process.argv[2]) await bundle(`${HERE}${process.argv[2]}`);
