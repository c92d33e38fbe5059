// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// Turns the public form on in a running demo, as an administrator does: with a new version of the configuration.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const HEEMSTEDE = fileURLToPath(new URL("../config/heemstede", import.meta.url));
const FORM = `
[[channel]]
id = "public"
name = { nl = "Openbaar formulier", en = "Public form" }
kind = "public-form"
reporters = ["resident", "anonymous"]
used_by = []

[public_form]
enabled = true

[public_form.cost]
nl = "Wij kunnen u niet bellen en niet beschermen. Alleen met uw code hoort u van ons."
en = "We can't call you and can't protect you. Only with your code you hear from us."
uk = "Ми не зможемо вам зателефонувати чи захистити вас. Відповідь ви побачите лише з кодом."
ru = "Мы не сможем вам позвонить или защитить вас. Ответ вы увидите только с кодом."
`;

/** @param {Awaited<ReturnType<typeof import("./demo.mjs").startDemo>>} demo */
export async function turnFormOn(demo) {
  const folder = await mkdtemp(join(tmpdir(), "meldroute-config-"));
  await cp(HEEMSTEDE, folder, { recursive: true });
  await append(join(folder, "channels.toml"), FORM);
  const route = join(folder, "route.toml");
  await writeFile(route, (await readFile(route, "utf8")).replace(/^version = (\d+)/m, (_, old) => `version = ${Number(old) + 1}`));
  const key = (await readdir(demo.data)).find((name) => name.includes("key"));
  execFileSync(demo.binary, ["municipality", "update", "--data", demo.data, "--key", join(demo.data, key), folder], { stdio: "pipe" });
  await rm(folder, { recursive: true });
  for (let tries = 0; (await fetch(`${demo.url}/melden/heemstede/nl/formulier`)).status !== 200; tries += 1) {
    assert.ok(tries < 300, "the running program does not see the new configuration");
    await pause(100);
  }
}

async function append(path, text) {
  await writeFile(path, (await readFile(path, "utf8")) + text);
}
