// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// `node build.mjs dist`: bundles src/ with esbuild. The result is committed, so that a cargo build needs no npm.

import { copyFile, readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = fileURLToPath(new URL(".", import.meta.url));

// What Utrecht's components have and no page of ours uses: whoever uses one of these takes it out of this list.
const UNUSED = new Set(
  `button--warning button--ready button--disabled button--focus button--focus-visible button--hover button--active button--distanced
  textbox--html-input textbox--disabled textbox--read-only textbox--focus textbox--focus-visible textbox__placeholder
  textarea--html-textarea textarea--disabled textarea--read-only textarea--focus textarea--focus-visible textarea__placeholder
  select--html-select select--disabled select--focus select--focus-visible select--hover select--invalid
  link link--html-a link--html-span link--focus link--focus-visible link--hover link--active link--forced-colors link--placeholder
  skip-link--focus skip-link--focus-visible
  form-field__label form-field__input form-field--radio form-field--checkbox form-field-description--invalid`
    .split(/\s+/)
    .map((name) => `utrecht-${name}`),
);

/** Leaves out selectors that name an unused class, and rules that then have none. */
const withoutUnused = {
  name: "without-unused",
  setup(build) {
    build.onLoad({ filter: /@utrecht[/\\].*\.css$/ }, async ({ path }) => {
      const used = (selector) => !(selector.match(/(?<=\.)[\w-]+/g) ?? []).some((name) => UNUSED.has(name));
      const css = (await readFile(path, "utf8")).replace(/((?:\s|\/\*[^]*?\*\/)*)([^{}@/;]+)(\{[^{}]*\})/g, (_, before, selectors, body) => {
        // A comma between brackets does not part selectors.
        const kept = selectors.split(/,(?![^(]*\))/).filter(used);
        return kept.length === 0 ? before : before + kept.join(",") + body;
      });
      return { contents: css.replace(/@media[^{}]*\{\s*\}/g, ""), loader: "css" };
    });
  },
};

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
    plugins: [withoutUnused],
    logLevel: "warning",
  });
  await copyFile(`${HERE}node_modules/@fontsource/fira-sans/LICENSE`, `${target}/fonts/LICENSE.txt`);
}

if (process.argv[2]) await bundle(`${HERE}${process.argv[2]}`);
