// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// Looks for texts that were left untranslated: keys of the language files, and placeholders that nobody filled in.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const LOCALES = fileURLToPath(new URL("../crates/web/locales/nl/", import.meta.url));
const KEYS = readdirSync(LOCALES).flatMap((file) =>
  [...readFileSync(LOCALES + file, "utf8").matchAll(/^([a-z][a-z0-9-]*) =/gm)].map(([, key]) => key),
);
/** Names that the configuration itself gives, such as those of rules: they are shown as they are. */
const CONFIGURATION = fileURLToPath(new URL("../config/heemstede/", import.meta.url));
const GIVEN = new Set(
  readdirSync(CONFIGURATION)
    .filter((file) => file.endsWith(".toml"))
    .flatMap((file) => [...readFileSync(CONFIGURATION + file, "utf8").matchAll(/^id = "([^"]+)"/gm)].map(([, id]) => id)),
);
/** How keys begin, such as `signal-` and `log-in-`. */
const FAMILIES = [...new Set(KEYS.map((key) => /^(log-in|[a-z]+)-/.exec(key)?.[1]).filter(Boolean))];
const KEY = new RegExp(`(?<![\\p{L}\\w/.@#-])(?:${FAMILIES.join("|")})-[a-z][a-z0-9-]*(?![\\w@.-]*@)`, "gu");

/** No key and no empty placeholder stands in the texts of a page, seen or read aloud. */
export async function assertTranslated(page) {
  const texts = await page.evaluate(() => {
    const attributes = ["aria-label", "title", "placeholder", "alt", "data-label"];
    const said = attributes.flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name)),
    );
    return [document.title, document.body.textContent, ...said].join("\n");
  });
  const left = [...texts.matchAll(KEY)].map(([key]) => key).filter((key) => !GIVEN.has(key));
  assert.deepEqual(left, [], `untranslated on ${new URL(page.url()).pathname}`);
  assert.doesNotMatch(texts, /\{ ?\$|\bundefined\b|\bNaN\b/, `a placeholder on ${new URL(page.url()).pathname}`);
}
