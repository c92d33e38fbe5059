// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// An inspection on the street: the card on two phones, both offline in between; what each found is there afterwards, once.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startBrowser } from "./browser.mjs";
import { startDemo } from "./demo.mjs";
import { assertAccessible, logIn, shot } from "./page.mjs";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe("an inspection", () => {
  let browser;
  let demo;

  before(async () => {
    [browser, demo] = await Promise.all([startBrowser(), startDemo()]);
  });
  after(() => Promise.all([browser?.close(), demo?.stop()]));

  /** Opens the inspection from the list of what somebody has to do. */
  async function openInspection(page) {
    await page.goto(`${demo.url}/vandaag`);
    const tasks = await page.locator("tbody th a").evaluateAll((links) => links.map((link) => link.href));
    for (const task of tasks.filter((href) => href.includes("/opdrachten/"))) {
      await page.goto(task);
      if (await page.getByRole("link", { name: "Naar de controle op straat" }).count()) return page.url();
    }
    return assert.fail("nobody gave them an inspection");
  }

  async function onTheStreet(role) {
    const page = await logIn(browser, demo.url, role, PHONE);
    const url = await openInspection(page);
    await page.getByRole("link", { name: "Naar de controle op straat" }).click();
    await page.getByRole("heading", { name: "De controle" }).waitFor();
    return { page, url };
  }

  async function find(page, what) {
    await page.getByLabel("Bij welk adres?").selectOption({ label: "Havenweg 915, achterhuis" });
    await page.getByLabel("Wat vond u?").fill(what);
    await page.getByLabel("gezien en gesproken").check();
    await page.locator("#stand[data-state=Kept]").waitFor();
  }

  const send = (page) => page.getByRole("button", { name: "Verstuur de bevinding" }).click();
  const unsent = (page) => page.locator("#stand").filter({ hasText: "Nog niet verstuurd. We proberen het opnieuw." }).waitFor();
  const sent = (page) => page.locator("#stand").filter({ hasText: /Verstuurd bij HS-\d{4}-\d{4}/ }).waitFor();

  test("two phones that are offline in between lose nothing, and a reload neither", async () => {
    const [one, other] = await Promise.all([onTheStreet("wijkhandhaver"), onTheStreet("aandachtsfunctionaris")]);
    await shot(one.page, "controle-op-straat");
    await assertAccessible(one.page);
    await find(one.page, "Elf paspoorten in een la.");
    await one.page.reload();
    await one.page.locator("#stand").filter({ hasText: "teruggezet" }).waitFor();
    await find(other.page, "Drie mannen in de kelder.");
    for (const { page } of [one, other]) {
      await page.context().setOffline(true);
      await send(page);
      await unsent(page);
    }
    await shot(one.page, "controle-niet-verstuurd");
    await Promise.all([one, other].map(({ page }) => page.context().setOffline(false)));
    await Promise.all([one, other].map(({ page }) => sent(page)));

    const desk = await logIn(browser, demo.url, "coordinator");
    await desk.goto(one.url);
    for (const what of ["Elf paspoorten in een la.", "Drie mannen in de kelder."]) {
      assert.equal(await desk.getByText(what).count(), 1, what);
    }
    await shot(desk, "controle");
    await assertAccessible(desk);
  });

  test("the coordinator plans, invites and sets out what follows", async () => {
    const page = await logIn(browser, demo.url, "coordinator");
    const officer = await logIn(browser, demo.url, "wijkhandhaver");
    const url = await openInspection(officer);
    await page.goto(url);
    for (const [link, picture] of [
      ["Plan de controle", "controle-plan"],
      ["Nodig een partner uit", "controle-partner"],
      ["Zet vervolg uit", "controle-vervolg"],
    ]) {
      await page.getByRole("link", { name: link, exact: true }).click();
      await shot(page, picture);
      await assertAccessible(page);
      await page.goto(url);
    }
    await page.getByRole("link", { name: "Zet vervolg uit", exact: true }).click();
    await page.getByLabel("Wat moet er gebeuren?").fill("Hercontrole over zes weken");
    await page.locator("select#who").selectOption({ label: "Sem Kuipers" });
    await page.locator("input#due").fill(new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10));
    await page.getByRole("button", { name: "Zet uit" }).click();
    await page.getByText("Het vervolg is uitgezet.").waitFor();
  });

  test("the care coordinator writes down what was agreed", async () => {
    const page = await logIn(browser, demo.url, "zorg");
    await page.goto(`${demo.url}/vandaag`);
    await page.locator("tbody th a").first().click();
    await shot(page, "zorgvraag");
    await assertAccessible(page);
    await page.getByRole("link", { name: "Leg afspraken vast" }).click();
    await shot(page, "zorgafspraken");
    await assertAccessible(page);
    await page.getByRole("group", { name: "Mag de gemeente gegevens aan anderen geven?" }).getByLabel("Ja").check();
    await page.getByRole("button", { name: /^Leg vast\s?: Gegevens delen/ }).click();
    await page.getByText("Vastgelegd.").waitFor();
  });
});
