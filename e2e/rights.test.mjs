// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// Who sees what: each role its own doors, and behind the doors of others the same words as behind no door at all.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startBrowser } from "./browser.mjs";
import { startDemo } from "./demo.mjs";
import { logIn, openPage } from "./page.mjs";

/** The menu of each log-in. */
const DOORS = {
  coordinator: ["Vandaag", "Meldingen", "Advies", "Signalen", "Overleggen", "Beeld", "Plan", "Bewaren"],
  aandachtsfunctionaris: ["Vandaag", "Meldingen", "Melden", "Eigen meldingen", "Advies", "Signalen", "Overleggen", "Beeld", "Plan"],
  verrijker: ["Vandaag", "Melden", "Eigen meldingen", "Advies", "Signalen", "Noodtoegang"],
  privacy: ["Vandaag", "Signalen", "Beeld", "Plan", "Bewaren", "Privacy"],
  teamleider: ["Vandaag", "Signalen", "Overleggen", "Noodtoegang"],
  politie: ["Vandaag", "Overleggen"],
  gast: ["Vandaag", "Signalen", "Overleggen"],
  wijkhandhaver: ["Vandaag", "Melden", "Eigen meldingen", "Advies", "Noodtoegang"],
  ambtenaar: ["Vandaag", "Melden", "Eigen meldingen", "Advies"],
  zorg: ["Vandaag", "Advies", "Noodtoegang"],
  hvo: ["Vandaag", "Melden", "Eigen meldingen"],
  bestuur: ["Vandaag", "Beeld", "Plan"],
  beheer: ["Vandaag", "Beheer"],
  analist: ["Vandaag", "Beeld"],
  archivaris: ["Vandaag", "Bewaren"],
};

const CLOSED = "Deze pagina bestaat niet of is niet voor u";

describe("rights", () => {
  let browser;
  let demo;
  /** One page for each log-in. */
  const pages = {};
  /** Addresses of things that exist, gathered by the coordinator. */
  const known = {};

  before(async () => {
    [browser, demo] = await Promise.all([startBrowser(), startDemo()]);
    for (const login of Object.keys(DOORS)) pages[login] = await logIn(browser, demo.url, login);
    await gather(pages.coordinator);
  });
  after(() => Promise.all([browser?.close(), demo?.stop()]));

  /** Walks through lists and remembers addresses. */
  async function gather(page) {
    await page.goto(`${demo.url}/meldingen`);
    const first = new URL(await page.locator("a.inbox__item").first().evaluate((link) => link.href));
    known.report = first.pathname;
    await page.goto(first.href);
    known.original = await page.locator("a[href*='/bestanden/']").first().getAttribute("href");
    await page.goto(`${demo.url}/signalen`);
    known.signals = await page.locator("tbody th a").evaluateAll((links) =>
      links.map((link) => ({ href: link.getAttribute("href"), title: link.textContent.trim().replace(/\s+/g, " ") })),
    );
    await page.goto(`${demo.url}/overleggen`);
    known.meeting = await page.locator("main a[href^='/overleggen/']").first().getAttribute("href");
  }

  const signal = (words) => {
    const found = known.signals.find(({ title }) => title.includes(words));
    assert.ok(found, `the demo has no signal about ${words}`);
    return found.href;
  };

  /** Every path that somebody may be curious about. */
  const everything = () => [
    "/meldingen",
    "/meldingen/typen",
    "/melden/formulier",
    "/meldingen/onleesbaar",
    known.report,
    known.original,
    `${known.report}/melder`,
    "/signalen",
    ...known.signals.map(({ href }) => href),
    "/overleggen",
    known.meeting,
    "/eigen-meldingen",
    "/zoeken",
    "/beheer/mensen",
    "/privacy/journaal",
  ];

  /** What somebody gets at a path: the closed door, or the page's heading. */
  async function behind(page, path) {
    const answer = await page.context().request.get(demo.url + path);
    const body = await answer.text();
    const heading = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(body)?.[1] ?? "";
    if (answer.status() === 404) assert.match(heading, new RegExp(CLOSED), `404 with other words at ${path}`);
    else assert.equal(answer.status(), 200, `${path}: ${heading}`);
    return answer.status() === 404 ? CLOSED : heading.replace(/<[^>]*>/g, "").trim();
  }

  /** The paths that are open to somebody, of all that they may be curious about. */
  async function openTo(login) {
    const open = [];
    for (const path of everything()) if ((await behind(pages[login], path)) !== CLOSED) open.push(path);
    return open;
  }

  for (const [login, doors] of Object.entries(DOORS)) {
    test(`${login} sees the doors that are open, and each opens`, async () => {
      const page = pages[login];
      await page.goto(demo.url);
      const links = page.getByRole("navigation", { name: "Hoofdmenu" }).getByRole("link");
      assert.deepEqual(await links.allTextContents(), doors);
      for (const door of await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")))) {
        assert.notEqual(await behind(page, door), CLOSED, `${door} is in the menu and closed`);
      }
    });
  }

  test("who may not see a page reads the same as at an address that does not exist", async () => {
    const page = pages.wijkhandhaver;
    const words = async (path) => {
      await page.goto(demo.url + path);
      return page.locator("main").innerText();
    };
    const nowhere = await words("/dit-bestaat-niet");
    assert.match(nowhere, new RegExp(CLOSED));
    for (const path of [known.report, signal("nagelsalon"), known.meeting, "/beheer/mensen"]) {
      assert.equal(await words(path), nowhere, path);
    }
  });

  test("board, analyst and administrator reach no report and no signal", async () => {
    for (const login of ["bestuur", "analist", "beheer"]) {
      const open = await openTo(login);
      assert.deepEqual(open, login === "beheer" ? ["/beheer/mensen"] : [], login);
    }
  });

  test("a guest reaches only the signal of the invitation", async () => {
    const salon = signal("nagelsalon");
    const open = await openTo("gast");
    assert.deepEqual(open.filter((path) => path.startsWith("/signalen/")), [salon]);
    assert.deepEqual(open.filter((path) => path.startsWith("/meldingen")), []);
    const page = pages.gast;
    await page.goto(demo.url + salon);
    assert.equal(await page.locator("a[href^='/meldingen']").count(), 0, "no way to the reports");
    await page.goto(demo.url + known.meeting);
    assert.deepEqual(await page.locator(".agenda__item h3").allTextContents().then((all) => all.length), 1);
    assert.match(await page.locator("main").innerText(), /1 signaal op de agenda is niet voor u/);
  });

  test("a chain partner reaches own reports and what was handed over, nothing else", async () => {
    assert.deepEqual(await openTo("hvo"), ["/melden/formulier", "/eigen-meldingen"]);
    const page = pages.hvo;
    await page.goto(`${demo.url}/eigen-meldingen`);
    const own = await page.locator("tbody tr").count();
    assert.ok(own >= 1, "HVO-Querido reported in the demo");
    assert.equal(await page.locator("main a[href^='/meldingen'], main a[href^='/signalen']").count(), 0);
  });

  test("an officer reaches only the own tasks and inspections", async () => {
    const page = pages.wijkhandhaver;
    assert.deepEqual(await openTo("wijkhandhaver"), ["/melden/formulier", "/eigen-meldingen"]);
    await page.goto(`${demo.url}/vandaag`);
    const tasks = page.locator("tbody th a");
    assert.ok((await tasks.count()) >= 2, "a task and an inspection wait in the demo");
    await tasks.first().click();
    const text = await page.locator("main").innerText();
    assert.match(text, /U ziet alleen wat voor u is bedoeld, niet het hele signaal/);
    assert.equal(await page.getByRole("heading", { name: "Wat we weten" }).count(), 0);
  });

  test("an enricher never learns who reported", async () => {
    const page = pages.verrijker;
    const open = await openTo("verrijker");
    assert.deepEqual(open.filter((path) => path.startsWith("/meldingen")), []);
    const boys = signal("Jongens");
    assert.ok(open.includes(boys), "what lies at enrichment is open");
    const reports = await reportsOf(boys);
    const secrets = await reportersOf(reports);
    assert.ok(secrets.length > 0, "the demo knows who reported");
    await page.goto(demo.url + boys);
    const source = await page.content();
    for (const secret of secrets) assert.ok(!source.includes(secret), "the page names the reporter");
    for (const report of reports) {
      assert.ok(!source.includes(report), "the page leads to the report");
      assert.equal(await behind(page, `${report}/melder`), CLOSED);
    }
  });

  /** The reports of a signal, as the coordinator sees them. */
  async function reportsOf(href) {
    const page = pages.coordinator;
    await page.goto(demo.url + href);
    const links = page.locator("section[aria-labelledby=meldingen] h3 a");
    return links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  }

  /** Names and addresses of who reported, opened by the coordinator with a reason. */
  async function reportersOf(reports) {
    const page = pages.coordinator;
    const secrets = [];
    for (const report of reports) {
      await page.goto(`${demo.url}${report}/melder`);
      await page.getByLabel("Waarom moet u weten wie meldde?").fill("Terugkoppeling voorbereiden");
      await page.getByRole("button", { name: "Toon de gegevens nu" }).click();
      secrets.push(...(await page.locator("dl.facts dd").allTextContents()));
    }
    return secrets.map((secret) => secret.trim()).filter((secret) => secret.length > 4);
  }

  test("a name on a page of the log-in is all it takes, and no page opens without", async () => {
    const page = await openPage(browser);
    for (const path of everything()) {
      await page.goto(demo.url + path);
      assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Inloggen", path);
    }
  });

  test("after logging out the back button shows nothing", async () => {
    const page = await logIn(browser, demo.url, "coordinator");
    const salon = signal("nagelsalon");
    await page.goto(demo.url + salon);
    const title = await page.locator("h1").innerText();
    await page.locator("details.account summary").click();
    await page.getByRole("button", { name: "Uitloggen" }).click();
    await page.waitForLoadState();
    await page.goBack();
    await page.waitForLoadState();
    const text = await page.locator("body").innerText();
    assert.ok(!text.includes(title), "the signal is still shown");
    assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Inloggen");
    await page.goto(demo.url + salon);
    assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Inloggen");
  });
});
