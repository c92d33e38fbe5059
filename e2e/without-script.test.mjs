// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// The main path in a browser without JavaScript.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startBrowser } from "./browser.mjs";
import { startDemo } from "./demo.mjs";
import { readySignal } from "./desk.mjs";
import { logIn } from "./page.mjs";
import { dayAfter, openAgenda, start } from "./sitting.mjs";

describe("without JavaScript", () => {
  let browser;
  let demo;
  before(async () => {
    [browser, demo] = await Promise.all([startBrowser(), startDemo()]);
  });
  after(() => Promise.all([browser?.close(), demo?.stop()]));

  test("log in, make a signal, decide on it in the meeting", async () => {
    const page = await logIn(browser, demo.url, "coordinator", { javaScriptEnabled: false });
    const signal = await readySignal(page, { subject: "Zonder script" });
    await openAgenda(page, "Signalenoverleg");
    await start(page);
    for (let skipped = 0; (await page.locator("h1 .number").textContent()) !== signal.number; skipped += 1) {
      assert.ok(skipped < 20, "the signal is not in this sitting");
      await page.getByRole("link", { name: /^Sla over/ }).click();
    }
    await page.getByRole("radio", { name: "Meer informatie nodig" }).check();
    await page.getByLabel("Reden, in één regel").fill("Eerst kijken.");
    const asked = page.getByRole("group", { name: "Bij ‘Meer informatie nodig’" });
    await asked.getByLabel("Wat zoeken we uit?").fill("Wie komen en gaan er?");
    await asked.getByLabel("Wie?").selectOption({ label: "Sem Kuipers" });
    await asked.getByLabel("Uiterlijk").fill(dayAfter(2));
    await page.getByRole("button", { name: /^Leg besluit vast/ }).click();
    await page.goto(signal.url);
    assert.match(await page.locator(".signal-head__sentence").first().textContent(), /^Wacht op Sem Kuipers tot/);
  });
});
