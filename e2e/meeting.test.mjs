// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// A signalenoverleg of twelve signals at one table with two laptops, and a LOO of five with a partner: guests, somebody who is concerned,
// a connection that drops, two who decide at once, partners who answer, and decision lists that the chair approves.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startBrowser } from "./browser.mjs";
import { startDemo } from "./demo.mjs";
import { readySignal } from "./desk.mjs";
import { assertAccessible, logIn, shot } from "./page.mjs";
import { dayAfter, decide, openAgenda, plan, send, start, walkTo } from "./sitting.mjs";

const WEEKLY = "Signalenoverleg";
const LOO = "Lokaal Overleg Ondermijning (LOO)";
const ITEMS = 12;
const BROUGHT = 5;
/** The digit of the outcome, and Ctrl+Enter; the reason is typed between them. The manual says the same number. */
const KEYS_PER_DECISION = 2;

describe("a signalenoverleg of twelve and a LOO of five", () => {
  let browser;
  let demo;
  let desk;
  let colleague;
  const signals = [];

  before(async () => {
    [browser, demo] = await Promise.all([startBrowser(), startDemo()]);
    desk = await logIn(browser, demo.url, "coordinator");
    for (let made = 0; made < ITEMS; made += 1) signals.push(await readySignal(desk, { subject: `Signaal ${made + 1} aan tafel` }));
    colleague = await logIn(browser, demo.url, "aandachtsfunctionaris");
  });
  after(() => Promise.all([browser?.close(), demo?.stop()]));

  const meeting = () => desk.url().match(/^.*\/overleggen\/[0-9a-f-]+/)[0];
  const heading = (page) => page.locator("h1 .number").textContent();

  test("the day is moved and comes back; who is there is written down; a guest and somebody who is concerned", async () => {
    await openAgenda(desk, WEEKLY);
    const agenda = meeting();
    await desk.getByRole("link", { name: "Verzet of zeg af" }).click();
    await desk.getByLabel("Nieuwe dag").fill(dayAfter(4));
    await desk.getByLabel("Waarom verzetten?").fill("De zaal is bezet.");
    await assertAccessible(desk);
    await shot(desk, "verzetten");
    await desk.getByRole("button", { name: "Verzet de vergadering" }).click();
    assert.match(await desk.locator("main").innerText(), /De vergadering is verzet/);
    await desk.getByRole("button", { name: "Zet alles wat klaar is op de agenda" }).click();
    assert.ok((await desk.locator(".agenda__item").count()) >= ITEMS);
    await desk.getByRole("link", { name: "Wie is er?" }).click();
    await desk.getByRole("checkbox", { name: /Ellen Wagter/ }).check();
    await assertAccessible(desk);
    await shot(desk, "tafel");
    await desk.getByRole("button", { name: "Leg vast wie er is" }).click();
    assert.match(await desk.getByRole("complementary").innerText(), /Aanwezig\s+Ellen Wagter/);

    await desk.getByRole("link", { name: "Nodig een gast uit" }).click();
    await desk.getByLabel("Wie?").selectOption({ label: "Sandra Prins" });
    await desk.getByLabel("Bij welk signaal?").selectOption({ label: `${signals[3].number} Signaal 4 aan tafel` });
    await desk.getByLabel("Waarom is deze gast nodig?").fill("Kent de straat.");
    await desk.getByRole("button", { name: "Nodig uit" }).click();

    await desk.getByRole("link", { name: "Is iemand betrokken bij een signaal?" }).click();
    await desk.getByLabel("Bij welk signaal?").selectOption({ label: `${signals[5].number} Signaal 6 aan tafel` });
    await desk.getByLabel("Wie?").selectOption({ label: "Ellen Wagter" });
    await desk.getByLabel("Op welke manier betrokken?").fill("Familie van de eigenaar.");
    await shot(desk, "betrokken");
    await desk.getByRole("button", { name: "Houd deze persoon buiten het signaal" }).click();
    const member = await logIn(browser, demo.url, "teamleider");
    await member.goto(agenda);
    const seen = await member.locator("main").innerText();
    assert.ok(!seen.includes(signals[5].number) && seen.includes("Niet voor u"), "who is concerned sees nothing of it");
    assert.ok(seen.includes(signals[4].number));
    await shot(desk, "agenda-twaalf");
    await assertAccessible(desk);
  });

  test("a decision outlives a dropped connection and a page that is loaded again", async () => {
    await start(desk);
    const laptop = await logIn(browser, demo.url, "coordinator");
    await laptop.goto(desk.url());
    await walkTo(laptop, signals[0].number);
    await laptop.keyboard.press("4");
    await laptop.keyboard.type("Er is niets gezien.");
    await laptop.waitForTimeout(800);
    await laptop.reload();
    await laptop.getByText("Dit typte u eerder.").waitFor();
    assert.equal(await laptop.getByLabel("Reden, in één regel").inputValue(), "Er is niets gezien.");
    await laptop.context().setOffline(true);
    await laptop.getByLabel("Reden, in één regel").focus();
    await laptop.keyboard.press("Control+Enter");
    await laptop.getByText("Er is geen verbinding.").waitFor();
    await shot(laptop, "zonder-verbinding");
    await laptop.context().setOffline(false);
    await laptop.waitForFunction((number) => document.querySelector("h1 .number")?.textContent !== number, signals[0].number);
    await desk.goto(signals[0].url);
    const decided = desk.locator(".history p", { hasText: `Besluit van ${WEEKLY}: Signaal niet bevestigd.` });
    assert.equal(await decided.count(), 1, "decided once");
  });

  test("two at one table: the other hears it by itself, and a double decision is refused with who was first", async () => {
    await openAgenda(desk, WEEKLY);
    await desk.getByRole("link", { name: "Ga verder met het overleg" }).click();
    await walkTo(desk, signals[1].number);
    await colleague.goto(desk.url());
    await decide(desk, { outcome: "Signaal niet bevestigd", reason: "Er is niets gezien." });
    await colleague.getByText(/Marijke Duinker legde bij dit signaal al een besluit vast/).waitFor();
    await shot(colleague, "ander-besloot");
    await colleague.getByRole("radio", { name: "Signaal niet bevestigd" }).check();
    await colleague.getByLabel("Reden, in één regel").fill("Iets anders.");
    await colleague.getByLabel("Reden, in één regel").focus();
    await send(colleague);
    assert.match(await colleague.locator("body").innerText(), /Marijke Duinker was u voor/);
  });

  test("five go to the LOO and the rest is decided with two keys each and a reason", async () => {
    const conditions = async (asked) => {
      for (const yes of await asked.getByRole("radio", { name: "Ja" }).all()) await yes.check();
      for (const why of await asked.getByLabel("Waarom?").all()) await why.fill("Twee bronnen zeggen hetzelfde.");
    };
    for (const signal of signals.slice(2, 2 + BROUGHT)) {
      await walkTo(desk, signal.number);
      await decide(desk, { outcome: "Inbrengen in het LOO", reason: "Meer partijen nodig.", fields: conditions });
    }
    let [decisions, keys] = [0, 0];
    const press = async (key) => {
      keys += 1;
      await desk.keyboard.press(key);
    };
    while (await desk.locator("form[data-decision]").count()) {
      const number = await heading(desk);
      await press("4");
      await desk.keyboard.type("Er is niets gezien.");
      await Promise.all([desk.waitForEvent("load"), press("Control+Enter")]);
      assert.ok(!desk.url().includes("/overleggen/") || (await desk.locator("form[data-decision]").count()) === 0 || (await heading(desk)) !== number);
      decisions += 1;
    }
    assert.ok(decisions >= ITEMS - 2 - BROUGHT);
    assert.equal(keys / decisions, KEYS_PER_DECISION);
    await desk.getByRole("button", { name: "Sluit de vergadering" }).click();
    await desk.getByRole("button", { name: "Stel de besluitenlijst vast" }).click();
    await desk.getByRole("link", { name: "Besluitenlijst" }).click();
    const list = await desk.locator("main").innerText();
    assert.match(list, /Vastgesteld door Marijke Duinker/);
    assert.match(list, /Gast: Sandra Prins/);
    assert.match(list, /1 lid was er niet bij/);
    assert.ok(!list.includes("aan tafel") && !list.includes("Er is niets gezien"), "numbers, no content");
    await assertAccessible(desk);
    await shot(desk, "besluitenlijst");
    const paper = await desk.context().request.get(`${desk.url()}/pdf`);
    assert.equal((await paper.body()).subarray(0, 5).toString(), "%PDF-");
  });

  test("at the LOO a partner reads what was brought to it, as long as it is there, and answers", async () => {
    const police = await logIn(browser, demo.url, "politie");
    await plan(desk, LOO, dayAfter(1));
    const agenda = meeting();
    const reads = async (number) => {
      await police.goto(agenda);
      return (await police.locator("main").innerText()).includes(number);
    };
    const signal = signals[2];
    await start(desk);
    await walkTo(desk, signal.number);
    await desk.getByRole("link", { name: "Wat partners aan tafel hiervan weten" }).click();
    await assertAccessible(desk);
    await shot(desk, "partners");
    const card = desk.getByRole("region", { name: /^Politie/ });
    for (const need of await card.getByRole("textbox").all()) if (await need.isVisible()) await need.fill("Nodig om samen op te treden.");
    await card.getByRole("button", { name: /^Geef vrij aan/ }).click();
    assert.match(await desk.locator("main").innerText(), /Vrijgegeven voor deze vergadering/);
    assert.equal(await reads(signal.number), false, "not before it is there");
    await desk.goto(`${agenda}/tafel`);
    await desk.getByRole("checkbox", { name: /Ruud Hagenaar/ }).check();
    await desk.getByRole("button", { name: "Leg vast wie er is" }).click();
    assert.equal(await reads(signal.number), true);
    assert.equal(await reads("Signaal 3 aan tafel"), false, "no title, which no rule lets go");
    await police.getByRole("link", { name: new RegExp(signal.number) }).click();
    await assertAccessible(police);
    await shot(police, "inbreng");
    await police.getByRole("radio", { name: "Wij doen niet mee" }).check();
    await police.getByLabel("Toelichting").fill("Wij hebben hier nu geen mensen voor.");
    await police.getByRole("button", { name: "Leg het antwoord vast" }).click();
    await openAgenda(desk, LOO);
    await desk.getByRole("link", { name: "Ga verder met het overleg" }).click();
    await walkTo(desk, signal.number);
    assert.match(await desk.locator("main").innerText(), /Doet niet mee: Wij hebben hier nu geen mensen voor/);
    await shot(desk, "loo-kaart");
    let decided = 0;
    while (await desk.locator("form[data-decision]").count()) {
      await decide(desk, { outcome: "Signaal niet bevestigd", reason: "Samen gezien: er is niets." });
      decided += 1;
    }
    assert.ok(decided >= BROUGHT);
    await desk.getByRole("button", { name: "Sluit de vergadering" }).click();
    assert.equal(await reads(signal.number), false, "not after the meeting");
    await desk.getByRole("button", { name: "Stel de besluitenlijst vast" }).click();
    assert.match(await desk.locator("main").innerText(), /De besluitenlijst is vastgesteld/);
  });
});
