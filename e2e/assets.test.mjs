// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// What app.js adds to a page, under the content policy of the program: keys, fields of an outcome, one submit per form.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { startBrowser } from "./browser.mjs";
import { openPage } from "./page.mjs";

const DIST = fileURLToPath(new URL("../crates/web/assets/dist/", import.meta.url));
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const HOST = "http://assets.example";

const INBOX = `
  <button type="button" data-toggle-keys hidden>Sneltoetsen gebruiken</button>
  <label>Zoeken <input id="search" type="search"></label>
  <ol data-key-list><li><a href="/one" aria-current="true">Een</a></li><li><a href="/two">Twee</a></li></ol>
  <a href="/link" data-hotkey="v">Voeg toe</a>`;

const MEETING = `
  <form method="post" action="/decide">
    <label><input type="radio" name="outcome" value="more-information" data-hotkey="1"> Meer informatie</label>
    <label><input type="radio" name="outcome" value="inspection" data-hotkey="2"> Controle</label>
    <label>Reden <input name="reason" data-reason></label>
    <fieldset data-for-outcome="more-information other"><label>Wie? <input name="assignee" value="iemand"></label></fieldset>
    <fieldset data-for-outcome="inspection"><label>Bevoegdheid <input name="power" value="wet"></label></fieldset>
    <button>Leg vast</button>
  </form>
  <span data-clock data-since="2026-01-01T00:00:00Z"></span>`;

describe("the script of the pages", () => {
  let browser;
  before(async () => (browser = await startBrowser()));
  after(() => browser.close());

  /** A page of ours; `/slow` leaves one on the page; posts are kept in `sent`. */
  async function open(body) {
    const page = await openPage(browser);
    const sent = [];
    await page.route(`${HOST}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname.startsWith("/assets/")) return route.fulfill({ path: DIST + pathname.slice("/assets/".length) });
      if (route.request().method() === "POST") sent.push(new URLSearchParams(route.request().postData()));
      if (pathname === "/slow") return route.fulfill({ status: 204 });
      const html = `<!DOCTYPE html><html lang="nl"><title>Proef</title><link rel="stylesheet" href="/assets/app.css">
        <script src="/assets/app.js" defer></script><main>${body}</main></html>`;
      return route.fulfill({ contentType: "text/html", headers: { "content-security-policy": POLICY }, body: html });
    });
    await page.goto(`${HOST}/`);
    return { page, sent };
  }

  test("j and k walk the list and Enter opens", async () => {
    const { page } = await open(INBOX);
    await page.keyboard.press("j");
    assert.equal(await page.locator(":focus").textContent(), "Twee");
    await page.keyboard.press("k");
    assert.equal(await page.locator(":focus").textContent(), "Een");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${HOST}/two`);
  });

  test("a key presses its link, but not while somebody types", async () => {
    const { page } = await open(INBOX);
    await page.locator("#search").pressSequentially("vj");
    assert.equal(await page.locator("#search").inputValue(), "vj");
    assert.equal(page.url(), `${HOST}/`);
    await page.keyboard.press("Escape");
    await page.keyboard.press("v");
    await page.waitForURL(`${HOST}/link`);
  });

  test("single keys can be switched off, and stay off on the next page", async () => {
    const { page } = await open(INBOX);
    await page.getByRole("button", { name: "Sneltoetsen", pressed: true }).click();
    await page.goto(`${HOST}/again`);
    await page.keyboard.press("v");
    assert.equal(page.url(), `${HOST}/again`);
    assert.equal(await page.getByRole("button", { name: "Sneltoetsen", pressed: false }).count(), 1);
  });

  test("a number chooses the outcome, shows its fields only, and Ctrl+Enter sends these", async () => {
    const { page, sent } = await open(MEETING);
    assert.equal(await page.getByLabel("Bevoegdheid").isVisible(), false);
    await page.keyboard.press("2");
    assert.equal(await page.getByLabel("Bevoegdheid").isVisible(), true);
    assert.equal(await page.getByLabel("Wie?").isVisible(), false);
    await page.keyboard.type("1 bezoek is nodig");
    await page.keyboard.press("Control+Enter");
    await page.waitForURL(`${HOST}/decide`);
    assert.deepEqual(Object.fromEntries(sent[0]), { outcome: "inspection", reason: "1 bezoek is nodig", power: "wet" });
  });

  test("Escape leaves the reason, so that another number can be chosen", async () => {
    const { page } = await open(MEETING);
    await page.keyboard.press("2");
    await page.keyboard.press("Escape");
    await page.keyboard.press("1");
    assert.equal(await page.getByLabel("Meer informatie").isChecked(), true);
    assert.equal(await page.getByLabel("Wie?").isVisible(), true);
  });

  test("a form is sent once, however often its button is pressed", async () => {
    const { page, sent } = await open(MEETING.replace("/decide", "/slow"));
    const button = page.getByRole("button", { name: "Leg vast" });
    await button.evaluate((element) => [1, 2, 3].forEach(() => element.click()));
    await page.locator("button[aria-disabled=true]").waitFor();
    await button.click({ force: true });
    assert.equal(sent.length, 1);
  });

  test("the clock shows the time and the minutes that passed", async () => {
    const { page } = await open(MEETING);
    assert.match(await page.locator("[data-clock]").textContent(), /^\d\d:\d\d · \d+ min$/);
  });

  test("without script all fields of all outcomes are there", async () => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await page.setContent(MEETING);
    assert.equal(await page.getByLabel("Bevoegdheid").isVisible(), true);
    assert.equal(await page.getByLabel("Wie?").isVisible(), true);
  });
});
