// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// The form for officials and officers on a phone: what is typed survives a reload, and a report is sent once there is a connection again.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startBrowser } from "./browser.mjs";
import { startDemo } from "./demo.mjs";
import { assertAccessible, logIn, shot } from "./page.mjs";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const PHOTO = { name: "loods.jpg", mimeType: "image/jpeg", buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]) };
const PLACE = { latitude: 52.35, longitude: 4.62, accuracy: 12 };

describe("the form on a phone", () => {
  let browser;
  let demo;

  before(async () => {
    [browser, demo] = await Promise.all([startBrowser(), startDemo()]);
  });
  after(() => Promise.all([browser?.close(), demo?.stop()]));

  const atForm = async (role, options = {}) => {
    const page = await logIn(browser, demo.url, role, { ...PHONE, ...options });
    await page.goto(`${demo.url}/melden/formulier`);
    return page;
  };
  const state = (page) => page.locator("#stand");
  const kept = (page) => page.locator("#stand[data-state=Kept]").filter({ hasText: "Bewaard op dit toestel" }).waitFor();
  const what = (page) => page.getByLabel("Wat ziet of hoort u?");

  /** What the browser keeps, as text: to see that no word of the draft stands in it. */
  const inBrowser = (page) =>
    page.evaluate(async () => {
      const request = indexedDB.open("meldroute-drafts");
      const database = await new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
      if (!database.objectStoreNames.contains("drafts")) return [];
      const all = database.transaction("drafts").objectStore("drafts").getAll();
      const records = await new Promise((resolve) => (all.onsuccess = () => resolve(all.result)));
      database.close();
      return records.map((record) => JSON.stringify({ ...record, text: record.box ? new TextDecoder().decode(record.box) : "" }));
    });

  test("it looks as it should", async () => {
    const page = await atForm("wijkhandhaver");
    await shot(page, "meldformulier");
    await page.getByText("Hulp bij het verwoorden").click();
    await page.getByText("Arbeidsuitbuiting").click();
    await shot(page, "meldformulier-hulp");
    await assertAccessible(page);
  });

  test("a reload and a lost connection lose nothing, and the report arrives once", async () => {
    const page = await atForm("wijkhandhaver", { geolocation: PLACE, permissions: ["geolocation"] });
    await what(page).fill("Vier mannen achter een luik");
    await page.getByLabel("Ja", { exact: true }).check();
    await page.getByLabel("Adres of omschrijving").fill("Havenstraat 12");
    await page.getByRole("button", { name: "Gebruik mijn plaats" }).click();
    await page.getByLabel("Punt op de kaart").waitFor();
    await page.locator("#photos").setInputFiles([PHOTO]);
    await kept(page);
    assert.ok(!(await inBrowser(page)).join().includes("luik"), "the draft is sealed");

    await page.reload();
    await state(page).filter({ hasText: "teruggezet" }).waitFor();
    assert.equal(await what(page).inputValue(), "Vier mannen achter een luik");
    assert.match(await page.getByLabel("Punt op de kaart").inputValue(), /^52\.35000, 4\.62000 \(± 12 m\)$/);
    assert.equal(await page.locator("#photos").evaluate((input) => input.files[0]?.name), "loods.jpg");

    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Verstuur de melding" }).click();
    await state(page).filter({ hasText: "Nog niet verstuurd. We proberen het opnieuw." }).waitFor();
    await shot(page, "meldformulier-niet-verstuurd");
    await page.context().setOffline(false);
    await state(page).filter({ hasText: /Verstuurd: R-\w{4}-\w{4}/ }).waitFor();
    await shot(page, "meldformulier-verstuurd");
    assert.deepEqual(await inBrowser(page), [], "nothing stays in the browser");

    const reference = /R-\w{4}-\w{4}/.exec(await state(page).innerText())[0];
    await page.getByRole("link", { name: "Bekijk hoe het ermee staat" }).click();
    assert.equal(await page.getByRole("link", { name: reference }).count(), 1);
    await page.getByRole("link", { name: reference }).click();
    assert.match(await page.locator("main").innerText(), /U stuurde 1 bestand mee/);
    await shot(page, "eigen-melding");
    // In a browser that never lost its connection: the console of this one says that it did.
    const other = await logIn(browser, demo.url, "wijkhandhaver");
    await other.goto(page.url());
    await assertAccessible(other);
  });

  test("an answer that got lost on its way back makes no second report", async () => {
    const page = await atForm("ambtenaar");
    let lost = 0;
    await page.route("**/melden/formulier", async (route) => {
      if (route.request().method() !== "POST" || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await what(page).fill("Een busje dat elke nacht komt");
    await page.getByRole("button", { name: "Verstuur de melding" }).click();
    await state(page).filter({ hasText: "We proberen het opnieuw" }).waitFor();
    await state(page).filter({ hasText: "Verstuurd:" }).waitFor();
    assert.equal(lost, 1);
    await page.goto(`${demo.url}/eigen-meldingen`);
    assert.equal(await page.locator("tbody tr").count(), 1);
  });

  test("what is typed before the script has started is kept, below what was kept before", async () => {
    const page = await atForm("wijkhandhaver");
    await what(page).fill("Eerder geschreven");
    await kept(page);
    let begin;
    const typed = new Promise((resolve) => (begin = resolve));
    await page.route("**/*.js", async (route) => {
      await typed;
      return route.continue();
    });
    await page.goto(`${demo.url}/melden/formulier`, { waitUntil: "commit" });
    await what(page).fill("In haast getypt");
    begin();
    await kept(page);
    assert.equal(await what(page).inputValue(), "Eerder geschreven\nIn haast getypt");
  });

  test("who was logged out meanwhile goes on after logging in again", async () => {
    const page = await atForm("verrijker");
    await what(page).fill("Gordijnen altijd dicht");
    await kept(page);
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await page.getByRole("button", { name: "Verstuur de melding" }).click();
    await state(page).filter({ hasText: "Log opnieuw in" }).waitFor();
    await page.context().addCookies(cookies);
    await page.goto(`${demo.url}/melden/formulier`);
    await state(page).filter({ hasText: "Verstuurd:" }).waitFor();
  });

  test("logging out erases the draft, and another person never gets it", async () => {
    const page = await atForm("ambtenaar");
    await what(page).fill("Niet voor een ander");
    await kept(page);
    // What is typed at the last moment is not kept after that.
    await what(page).press("!");
    await page.locator("details.account summary").click();
    await page.getByRole("button", { name: "Uitloggen" }).click();
    await page.locator("button.login-role").first().waitFor();
    assert.deepEqual(await inBrowser(page), []);
    await page.locator('button.login-role[value="wijkhandhaver"]').click();
    await page.goto(`${demo.url}/melden/formulier`);
    assert.equal(await what(page).inputValue(), "");
  });

  test("without script it is a plain form", async () => {
    const page = await atForm("ambtenaar", { javaScriptEnabled: false });
    assert.equal(await page.getByRole("button", { name: "Gebruik mijn plaats" }).isVisible(), false);
    await page.getByRole("button", { name: "Verstuur de melding" }).click();
    assert.match(await page.locator(".error-summary").innerText(), /Schrijf op wat u ziet of hoort/);
    await what(page).fill("Zonder script");
    await page.getByRole("button", { name: "Verstuur de melding" }).click();
    assert.match(await page.locator("main").innerText(), /Uw kenmerk is R-/);
  });
});
