// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// The first day of a coordinator: from the newest report to the weekly meeting, in a few clicks, on pages that are accessible.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startBrowser } from "./browser.mjs";
import { startDemo } from "./demo.mjs";
import { moveOn, openGate, signalHere } from "./desk.mjs";
import { assertAccessible, logIn } from "./page.mjs";

describe("a first signal", () => {
  let browser;
  let demo;
  before(async () => {
    [browser, demo] = await Promise.all([startBrowser(), startDemo()]);
  });
  after(() => Promise.all([browser?.close(), demo?.stop()]));

  test("from the newest report to the weekly meeting", async () => {
    const page = await logIn(browser, demo.url, "coordinator");
    let clicks = 0;
    const press = async (locator) => {
      clicks += 1;
      await locator.click();
      await assertAccessible(page);
    };

    assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Vandaag");
    await assertAccessible(page);
    const incoming = page.locator("section", { has: page.getByRole("heading", { name: "Nieuw binnen" }) });
    await press(incoming.getByRole("link").first());
    await press(page.getByRole("link", { name: "Maak signaal" }));
    await press(page.getByRole("button", { name: "Maak het signaal" }));
    const { number } = await signalHere(page);
    assert.match(await page.getByRole("status").innerText(), new RegExp(`Signaal ${number} is gemaakt`));

    await press(page.getByRole("link", { name: "Voeg een waarneming toe" }).first());
    await page.getByLabel("Wat is er gezien of gehoord?").fill("Om zeven uur stapten vier mannen in een bus zonder opschrift.");
    await page.getByLabel("Wanneer?").fill("vanochtend");
    await page.getByLabel("Wie zag het?").fill("medewerker meldpunt");
    await page.getByRole("radio", { name: "Zelf gezien" }).check();
    await press(page.getByRole("button", { name: "Voeg de waarneming toe" }));

    await press(page.getByRole("link", { name: "Maak de duiding" }).first());
    await page.getByRole("checkbox", { name: "Arbeidsuitbuiting" }).check();
    await page.locator("summary", { hasText: "Toon de aanwijzingen bij Arbeidsuitbuiting" }).click();
    await page.getByRole("group", { name: "Aanwijzingen bij Arbeidsuitbuiting" }).getByRole("checkbox").first().check();
    await page.getByRole("group", { name: /minderjarige/ }).getByRole("radio", { name: "Nee", exact: true }).check();
    await page.getByLabel("Wat denken we, en waarom?").fill("Vervoer in een groep past bij arbeidsuitbuiting; meer is nog niet bekend.");
    await press(page.getByRole("button", { name: "Leg de duiding vast" }));

    await press(page.getByRole("button", { name: "Naar Verrijking" }));
    assert.ok(clicks <= 8, `a first signal took ${clicks} clicks`);
    assert.match(await page.locator(".signal-head__sentence").first().textContent(), /Wacht op het besluit of bronnen mogen worden bevraagd/);

    await openGate(page);
    await moveOn(page, "Signalenoverleg");
    await assertAccessible(page);
    assert.match(await page.locator(".route__step--now").innerText(), /Signalenoverleg/);
    const told = (await page.locator(".history p").allTextContents()).join("\n");
    for (const sentence of [
      "Marijke Duinker maakte dit signaal uit één melding.",
      "Marijke Duinker schreef een waarneming op.",
      "Marijke Duinker maakte een duiding.",
      "Het signaal ging van Registratie naar Verrijking.",
      "Het signaal ging van Verrijking naar Signalenoverleg.",
    ]) {
      assert.ok(told.includes(sentence), `the history lacks "${sentence}":\n${told}`);
    }
  });
});
