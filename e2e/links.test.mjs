// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// What may belong together: a new report shows what shares a fact with it, with that fact as the reason; a person says yes or no, and
// the no is remembered.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startBrowser } from "./browser.mjs";
import { startDemo } from "./demo.mjs";
import { makeSignal, signalHere, typeReport } from "./desk.mjs";
import { assertAccessible, logIn } from "./page.mjs";
import { assertTranslated } from "./words.mjs";

describe("what may belong together", () => {
  let browser;
  let demo;
  let coordinator;
  let signal;
  const together = () => coordinator.locator("section", { has: coordinator.getByRole("heading", { name: "Hoort misschien bij" }) });

  before(async () => {
    [browser, demo] = await Promise.all([startBrowser(), startDemo()]);
    coordinator = await logIn(browser, demo.url, "coordinator");
    await typeReport(coordinator, { subject: "Witte bus bij de kas", text: "Elke ochtend brengt de bus ZX-91-QV mannen naar de kas." });
    signal = await makeSignal(coordinator);
  });
  after(() => Promise.all([browser?.close(), demo?.stop()]));

  async function look() {
    await together().waitFor();
    await assertTranslated(coordinator);
    await assertAccessible(coordinator);
  }

  test("a report with the same plate shows the signal and why, and is added to it", async () => {
    await typeReport(coordinator, { subject: "Bus voor een schuur", text: "Voor de schuur staat 's nachts een bus, kenteken ZX91QV." });
    await look();
    assert.match(await together().innerText(), new RegExp(`${signal.number}.*zelfde kenteken`, "s"));
    await together().getByRole("button", { name: `Voeg toe aan ${signal.number}` }).click();
    await coordinator.waitForURL(/\/signalen\//);
    assert.equal((await signalHere(coordinator)).number, signal.number);
    await coordinator.getByText("De melding is toegevoegd aan dit signaal.").waitFor();
  });

  test("who says that it does not belong there is not asked again", async () => {
    await typeReport(coordinator, { subject: "Bus te koop", text: "Iemand biedt een bus aan met kenteken ZX-91-QV." });
    const page = coordinator.url();
    await look();
    await together().getByText("Nee, met toelichting").first().click();
    await together().getByLabel("Waarom hoort het er niet bij?").first().fill("Een handelaar, van vóór deze maand.");
    await together().getByRole("button", { name: `Hoort er niet bij (${signal.number})` }).click();
    await coordinator.getByText("Onthouden: dit hoort niet bij elkaar.").waitFor();
    await coordinator.goto(page);
    const link = coordinator.getByRole("button", { name: `Voeg toe aan ${signal.number}` });
    assert.equal(await link.count(), 0);
    await coordinator.getByText("1 keer gezegd: hoort er niet bij").waitFor();
    await assertAccessible(coordinator);
  });
});
