// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// Two people at once, and one person twice: one decision counts, and the other reads who was first.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startBrowser } from "./browser.mjs";
import { startDemo } from "./demo.mjs";
import { makeSignal, readySignal, signalHere, typeReport } from "./desk.mjs";
import { logIn } from "./page.mjs";
import { openAgenda, send, start, walkTo } from "./sitting.mjs";

describe("two browsers", () => {
  let browser;
  let demo;
  before(async () => {
    [browser, demo] = await Promise.all([startBrowser(), startDemo()]);
  });
  after(() => Promise.all([browser?.close(), demo?.stop()]));

  test("two people decide the same signal at once: one counts, the other reads who was first", async () => {
    const first = await logIn(browser, demo.url, "coordinator");
    const signal = await readySignal(first, { subject: "Twee die tegelijk besluiten" });
    await openAgenda(first, "Signalenoverleg");
    await start(first);
    await walkTo(first, signal.number);
    const second = await logIn(browser, demo.url, "aandachtsfunctionaris");
    await second.goto(first.url());
    for (const page of [first, second]) {
      await page.getByRole("radio", { name: "Signaal niet bevestigd" }).check();
      await page.getByLabel("Reden, in één regel").fill("Er is niets gezien.");
      await page.getByLabel("Reden, in één regel").focus();
    }
    await Promise.all([send(first), send(second)]);
    const told = await Promise.all([first, second].map((page) => page.locator("body").innerText()));
    const refused = told.filter((text) => /(Marijke Duinker|Bram Oosterling) was u voor/.test(text));
    assert.equal(refused.length, 1, `exactly one reads who was first:\n${told.join("\n----\n")}`);

    await first.goto(signal.url);
    const decisions = await first.locator(".history p", { hasText: "Besluit van Signalenoverleg: Signaal niet bevestigd." }).allTextContents();
    assert.equal(decisions.length, 1, `decided once: ${decisions}`);
    const counted = refused[0].includes("Marijke Duinker was u voor") ? "Marijke Duinker" : "Bram Oosterling";
    assert.match(decisions[0], new RegExp(counted), "the one who was first stands in the history");
  });

  /** Presses, and sends the very same form once more, as a browser does that lost the answer. Gives the page after that. */
  async function sendTwice(page, press) {
    const [request] = await Promise.all([page.waitForRequest((sent) => sent.method() === "POST"), press()]);
    await page.waitForLoadState();
    const { "content-type": type, origin, referer } = await request.allHeaders();
    const headers = { "content-type": type, origin, referer };
    const answer = await page.context().request.post(request.url(), { data: request.postData(), headers });
    return answer.text();
  }

  test("a form that is sent again makes nothing double", async () => {
    const page = await logIn(browser, demo.url, "coordinator");
    await typeReport(page, { subject: "Formulier dat twee keer wordt verstuurd" });
    await page.getByRole("link", { name: "Maak signaal" }).click();
    const make = () => page.getByRole("button", { name: "Maak het signaal" }).click();
    const again = await sendTwice(page, make);
    const { number } = await signalHere(page);
    assert.match(again, /Er is niets dubbel gedaan/);
    assert.ok(again.includes(number), "the second time ends at the same signal");
    await page.goto(`${demo.url}/signalen`);
    assert.equal(await page.locator("tbody th", { hasText: "Formulier dat twee keer" }).count(), 1);

    await page.getByRole("link", { name: number }).click();
    const before = await page.getByRole("heading", { name: "Waarneming", exact: true }).count();
    await page.getByRole("link", { name: "Voeg een waarneming toe" }).first().click();
    await page.getByLabel("Wat is er gezien of gehoord?").fill("Een busje bracht om tien uur vier mensen.");
    await page.getByLabel("Wie zag het?").fill("wijkhandhaver");
    await page.getByLabel("Wanneer?").fill("gisteren");
    await page.getByRole("radio", { name: "Zelf gezien" }).check();
    await sendTwice(page, () => page.getByRole("button", { name: "Voeg de waarneming toe" }).click());
    await page.reload();
    assert.equal(await page.getByRole("heading", { name: "Waarneming", exact: true }).count(), before + 1, "one observation");
  });

  test("a report that is typed in and sent again is one report", async () => {
    const page = await logIn(browser, demo.url, "coordinator");
    await page.goto(`${demo.url}/meldingen/typen`);
    await page.getByLabel("Waar gaat het over?").fill("Melding die twee keer wordt verstuurd");
    await page.getByLabel("Wat is er gezien of gehoord?").fill("Er brandt elke nacht licht in de loods.");
    await page.getByRole("radio", { name: "Telefoon", exact: true }).check();
    const again = await sendTwice(page, () => page.getByRole("button", { name: "Leg de melding vast" }).click());
    const reference = /R-\w{4}-\w{4}/.exec(await page.locator("h1").textContent())?.[0];
    assert.ok(reference && again.includes(reference), "the second time says the same reference");
    await page.goto(`${demo.url}/meldingen`);
    assert.equal(await page.locator(".inbox__subject", { hasText: "Melding die twee keer" }).count(), 1);
  });

  test("back to a form that was sent: the report has its signal already, and the page says so", async () => {
    const page = await logIn(browser, demo.url, "coordinator");
    await typeReport(page, { subject: "Terug naar het formulier" });
    const { number } = await makeSignal(page);
    await page.goBack();
    assert.equal(await page.getByRole("button", { name: "Maak het signaal" }).count(), 0);
    assert.match(await page.locator("main").innerText(), /al (deel van|bij) een signaal/);
    await page.goto(`${demo.url}/signalen`);
    assert.equal(await page.locator("tbody th", { hasText: number }).count(), 1);
  });
});
