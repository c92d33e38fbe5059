// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// Every kind of page that a role reaches in the demo: accessible, nothing sideways, no complaint of the browser, translated.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startBrowser } from "./browser.mjs";
import { kindOf, walk } from "./crawl.mjs";
import { startDemo } from "./demo.mjs";
import { assertAccessible, logIn, openPage } from "./page.mjs";
import { openAgenda, start } from "./sitting.mjs";
import { assertTranslated } from "./words.mjs";

const OTHERS = [
  "aandachtsfunctionaris",
  "verrijker",
  "privacy",
  "teamleider",
  "politie",
  "gast",
  "wijkhandhaver",
  "ambtenaar",
  "zorg",
  "hvo",
  "bestuur",
  "beheer",
  "analist",
  "archivaris",
];

describe("every page", () => {
  let browser;
  let demo;
  /** Kinds of pages that the coordinator's walk has looked at, in Dutch. */
  const looked = new Set();

  before(async () => {
    [browser, demo] = await Promise.all([startBrowser(), startDemo()]);
  });
  after(() => Promise.all([browser?.close(), demo?.stop()]));

  async function look(page) {
    looked.add(kindOf(page.url()));
    await assertTranslated(page);
    await assertAccessible(page);
  }

  /** Walks everywhere and tells all that is wrong, not only the first. */
  async function walkAndLook(page, most) {
    const wrong = [];
    const remember = async () => look(page).catch((error) => wrong.push(error.message));
    await walk(page, remember, most);
    assert.equal(wrong.length, 0, wrong.join("\n\n"));
  }

  test("the log-in page", async () => {
    const page = await openPage(browser);
    await page.goto(demo.url);
    await look(page);
    await page.getByRole("button", { name: "Log in" }).click();
    await look(page);
  });

  test("the coordinator's pages, a signal of each step among them", async () => {
    const page = await logIn(browser, demo.url, "coordinator");
    await walkAndLook(page, (kind) => (kind === "/signalen/{}" ? 6 : 1));
    assert.ok(looked.has("/signalen/{}") && looked.has("/meldingen/{}"), "the walk found signals and reports");
  });

  test("the pages of a sitting that has begun, with and without a decision", async () => {
    const page = await logIn(browser, demo.url, "coordinator");
    await openAgenda(page, "Signalenoverleg");
    await start(page);
    await look(page);
    for (const outcome of await page.getByRole("radio").all()) {
      await outcome.check();
      await look(page);
    }
    await page.getByRole("button", { name: /^Leg besluit vast/ }).click();
    await page.locator("[aria-invalid=true]").first().waitFor();
    await look(page);
    await page.locator("summary", { hasText: "Houd aan voor een volgende keer" }).click();
    await page.getByLabel("Waarom aanhouden?").fill("Te weinig tijd.");
    const here = page.url();
    await page.getByRole("button", { name: "Houd aan" }).click();
    await look(page);
    await page.goto(here);
    await look(page);
    const member = await logIn(browser, demo.url, "teamleider");
    await member.goto(here);
    await look(member);
  });

  test("what is shown after a question: search, and who reported", async () => {
    const page = await logIn(browser, demo.url, "coordinator");
    for (const words of ["havenstraat", "bestaatnergens"]) {
      await page.goto(`${demo.url}/vandaag`);
      await page.getByRole("searchbox").fill(words);
      await page.keyboard.press("Enter");
      await page.waitForURL(`${demo.url}/zoeken`);
      await look(page);
    }
    await page.goto(`${demo.url}/meldingen`);
    await page.locator("a.inbox__item").first().click();
    await page.locator("summary", { hasText: "Melder (afgeschermd)" }).click();
    await page.locator("a[href$='/melder']").click();
    await page.getByLabel("Waarom moet u weten wie meldde?").fill("Terugbellen");
    await page.getByRole("button", { name: "Toon de gegevens nu" }).click();
    await look(page);
  });

  test("an address that does not exist", async () => {
    const page = await logIn(browser, demo.url, "coordinator");
    await page.goto(`${demo.url}/dit-bestaat-niet`);
    await look(page);
  });

  test("forms that are sent empty say what is missing", async () => {
    const page = await logIn(browser, demo.url, "coordinator");
    const forms = new Map();
    await walk(page, async () => {
      const form = page.locator("main form[method=post]:not(.meeting__decide)");
      const typed = await form.locator("input:not([type=hidden], [type=checkbox], [type=radio], [type=file]):visible, textarea:visible").count();
      if (typed > 0) forms.set(kindOf(page.url()), page.url());
    });
    for (const [kind, href] of forms) {
      await page.goto(href);
      const form = page.locator("main form[method=post]", { has: page.locator("input:not([type=hidden], [type=checkbox], [type=radio], [type=file]):visible, textarea:visible") }).first();
      for (const field of await form.locator("input:not([type=hidden], [type=checkbox], [type=radio], [type=file]), textarea").all()) {
        if ((await field.isVisible()) && (await field.isEditable())) await field.fill("");
      }
      await form.getByRole("button").last().click();
      const complaint = page.locator("[aria-invalid=true], [role=alert]").first();
      await assert.doesNotReject(complaint.waitFor({ state: "attached" }), `${kind} takes an empty form`);
      await look(page);
    }
    assert.ok(forms.size >= 6, `too few forms: ${[...forms.keys()]}`);
  });

  for (const login of OTHERS) {
    test(`the pages of ${login}`, async () => {
      const page = await logIn(browser, demo.url, login);
      await walkAndLook(page);
    });
  }

  test("in English", async () => {
    const page = await logIn(browser, demo.url, "coordinator");
    await page.goto(`${demo.url}/account`);
    await page.getByRole("radio", { name: "English" }).check();
    await page.getByRole("button", { name: "Gebruik deze taal" }).click();
    const kinds = new Set();
    await walk(page, async () => {
      assert.equal(await page.locator("html").getAttribute("lang"), "en");
      await assertTranslated(page);
      const kind = kindOf(page.url());
      if (["/vandaag", "/meldingen/{}", "/signalen/{}", "/overleggen/{}"].includes(kind)) await assertAccessible(page);
      kinds.add(kind);
    });
    assert.ok(kinds.size >= 15, `the walk in English was short: ${[...kinds]}`);
  });
});
