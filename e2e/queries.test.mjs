// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// A question to a source, from the page to the register: written down, decided, asked, read; and what is no hit.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startBrowser } from "./browser.mjs";
import { startDemo } from "./demo.mjs";
import { assess, makeSignal, moveOn, openGate, typeReport } from "./desk.mjs";
import { assertAccessible, logIn } from "./page.mjs";
import { assertTranslated } from "./words.mjs";

describe("questions to sources", () => {
  let browser;
  let demo;
  let coordinator;
  let signal;

  before(async () => {
    [browser, demo] = await Promise.all([startBrowser(), startDemo()]);
    coordinator = await logIn(browser, demo.url, "coordinator");
    await typeReport(coordinator, { subject: "Bedden in een hotel dat dicht is" });
    signal = await makeSignal(coordinator);
    await assess(coordinator);
    await addAddress("Havenstraat 12, 2109 ZB Heemstede");
    await moveOn(coordinator, "Verrijking");
    await openGate(coordinator);
  });
  after(() => Promise.all([browser?.close(), demo?.stop()]));

  async function look(page) {
    await assertTranslated(page);
    await assertAccessible(page);
  }

  async function addAddress(address) {
    await coordinator.getByRole("link", { name: "Voeg iets toe" }).click();
    await coordinator.getByRole("radio", { name: "Adres", exact: true }).check();
    await coordinator.getByLabel("Adres, naam, kenteken, nummer of website").fill(address);
    await coordinator.getByLabel("Waarom staat het hier?").fill("Daar staan de bedden.");
    await coordinator.getByRole("button", { name: "Voeg toe" }).click();
  }

  /** Writes a question down. Ends on its page. */
  async function write(source, fields, reason, change = async () => {}) {
    await coordinator.goto(signal.url);
    await coordinator.getByRole("link", { name: "Bronnen bevragen" }).first().click();
    await look(coordinator);
    await coordinator.locator("article", { hasText: source }).getByRole("link", { name: "Schrijf een vraag op" }).click();
    assert.equal(await coordinator.getByLabel("Huisnummer").inputValue(), "12", "the address is filled in");
    await change();
    for (const field of fields) await coordinator.getByRole("checkbox", { name: field, exact: true }).check();
    await coordinator.getByLabel("Waarom is dit nodig?").fill(reason);
    await look(coordinator);
    await coordinator.getByRole("button", { name: "Leg de vraag vast" }).click();
    await coordinator.getByText("Er is nog niets gevraagd").waitFor();
    return coordinator.url();
  }

  const says = (page, words) => page.getByText(words).first().waitFor();

  test("sources without a connection say so and can't be asked", async () => {
    await coordinator.goto(`${signal.url}/bronnen`);
    const brp = coordinator.locator("article", { hasText: "BRP: personen" });
    await brp.getByText("niet aangesloten").waitFor();
    assert.equal(await brp.getByRole("link").count(), 0);
  });

  test("a question that needs a decision is asked after it, and read after a hit", async () => {
    const url = await write("Bibob: loopt er een onderzoek?", ["Onderzoek"], "Het overleg moet weten of er al iets loopt.");
    await says(coordinator, "Deze vraag wacht op een besluit.");
    assert.equal(await coordinator.getByRole("button", { name: "Vraag of de bron iets weet" }).count(), 0);

    const officer = await logIn(browser, demo.url, "privacy");
    await officer.goto(`${demo.url}/privacy/poorten`);
    await look(officer);
    await officer.getByRole("link", { name: signal.number }).click();
    await officer.getByRole("link", { name: "Bibob: loopt er een onderzoek?" }).click();
    await officer.getByRole("button", { name: "Leg het besluit over de vraag vast" }).click();
    await look(officer);
    await officer.getByRole("radio", { name: "Ja, dit mag worden gevraagd" }).check();
    await officer.getByLabel("Waarom wel of niet?").fill("Alleen of er een dossier is; dat is het minste.");
    await officer.getByRole("button", { name: "Leg het besluit over de vraag vast" }).click();
    await says(officer, "Het besluit over de vraag is vastgelegd.");

    await coordinator.goto(url);
    await coordinator.getByRole("button", { name: "Vraag of de bron iets weet" }).click();
    await says(coordinator, "Treffer: de bron weet hier iets van.");
    await look(coordinator);
    await coordinator.getByRole("button", { name: "Lees de gegevens" }).click();
    await coordinator.locator("summary", { hasText: "Lees het antwoord" }).click();
    await says(coordinator, "Afgesloten");
    assert.equal(await coordinator.getByText("Dossierhouder").count(), 0, "a field that was not chosen is not read");
    await look(coordinator);
  });

  test("what a source does not know is no hit, and stays", async () => {
    await coordinator.goto(signal.url);
    await addAddress("Havenstraat 13, 2109 ZB Heemstede");
    await write("Vergunningen van de gemeente", ["Soort"], "Is het pand ernaast vergund?", async () => {
      await coordinator.getByLabel("Huisnummer").fill("13");
      await coordinator.getByRole("checkbox", { name: "Soort", exact: true }).check();
      await coordinator.getByLabel("Waarom is dit nodig?").fill("Is het pand ernaast vergund?");
      await coordinator.getByRole("button", { name: "Leg de vraag vast" }).click();
      await says(coordinator, "Dit gaat over iets anders dan het onderwerp dat u koos.");
      await look(coordinator);
      await coordinator.getByRole("radio", { name: /Havenstraat 13/ }).check();
    });
    await coordinator.getByRole("button", { name: "Vraag of de bron iets weet" }).click();
    await says(coordinator, "Geen treffer: de bron weet hier niets van.");
    assert.equal(await coordinator.getByRole("button", { name: "Lees de gegevens" }).count(), 0);
    await coordinator.goto(signal.url);
    await says(coordinator, "geen treffer");
    await look(coordinator);
  });
});
