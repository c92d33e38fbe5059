// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// A batch of forwarded anonymous tips: looked at, taken in, and read with a warning for what may give away who told it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startBrowser } from "./browser.mjs";
import { startDemo } from "./demo.mjs";
import { assertAccessible, logIn } from "./page.mjs";

const BATCH = `Kenmerk;Datum;Onderwerp;Plaats;Tip
T-1;3-11-2026;Illegale bewoning;Verzonnen kade 1;"Zes mannen slapen in een bus; mijn buurman zag het"
T-2;3-11-2026;Fietsendiefstal;Elders;Niet voor het meldpunt
`;

describe("forwarded tips", () => {
  let browser;
  let demo;
  before(async () => {
    [browser, demo] = await Promise.all([startBrowser(), startDemo()]);
  });
  after(() => Promise.all([browser?.close(), demo?.stop()]));

  test("a batch becomes reports without a reporter", async () => {
    const page = await logIn(browser, demo.url, "coordinator");
    await page.goto(`${demo.url}/meldingen`);
    await page.getByRole("link", { name: "Tips innemen" }).click();
    await assertAccessible(page);
    const file = { name: "tips.csv", mimeType: "text/csv", buffer: Buffer.from(BATCH) };
    await page.getByLabel("CSV-bestand met tips").setInputFiles(file);
    await page.getByRole("button", { name: "Bekijk de tips" }).click();
    await assertAccessible(page);
    const said = await page.locator("main").innerText();
    assert.match(said, /1 tip wordt een melding/);
    assert.match(said, /1 tip gaat over iets anders en wordt niet bewaard/);
    await page.getByRole("button", { name: "Neem 1 tip in" }).click();
    assert.match(await page.getByRole("status").innerText(), /Tips ingenomen: 1/);

    // Newest last: the inbox begins with what waits longest.
    let link = page.getByRole("link", { name: /Illegale bewoning/ });
    while ((await link.count()) === 0) {
      await page.getByRole("link", { name: "Volgende" }).click();
      link = page.getByRole("link", { name: /Illegale bewoning/ });
    }
    await link.first().click();
    const report = await page.locator("article").innerText();
    assert.match(report, /Deze woorden kunnen verraden wie dit meldde: “mijn buurman”/);
    assert.ok(!report.includes("Geef terugkoppeling"), "there is nobody to answer");
    await assertAccessible(page);
  });
});
