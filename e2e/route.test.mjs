// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// Heemstede's whole route: all outcomes of both bodies, the loop, hand-overs beside each other, the fast lanes, feedback, closing.
// The tests tell one story, in order: two sittings of the weekly meeting with one of the LOO between them.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startBrowser } from "./browser.mjs";
import { startDemo } from "./demo.mjs";
import { close, giveFeedback, readySignal, typeReport, whyNotClosed, withholdFeedback } from "./desk.mjs";
import { logIn } from "./page.mjs";
import { dayAfter, decide, holdOverTheRest, openAgenda, plan, start, walkTo } from "./sitting.mjs";
import { answer, openTask } from "./strands.mjs";

const WEEKLY = "Signalenoverleg";
const LOO = "Lokaal Overleg Ondermijning (LOO)";
const OFFICER = "Sem Kuipers";

describe("the route of Heemstede", () => {
  let browser;
  let demo;
  let desk;
  /** The signals of the story, by what becomes of them. */
  const signals = {};

  before(async () => {
    [browser, demo] = await Promise.all([startBrowser(), startDemo()]);
    desk = await logIn(browser, demo.url, "coordinator");
    for (const fate of ["loop", "inspection", "department", "unconfirmed", "intervention", "riec", "looUnconfirmed"]) {
      signals[fate] = await readySignal(desk, { subject: `Proef ${fate}` });
    }
  });
  after(() => Promise.all([browser?.close(), demo?.stop()]));

  const open = (fate) => desk.goto(signals[fate].url);
  const sentence = () => desk.locator(".signal-head__sentence").first().textContent();
  const history = async () => (await desk.locator(".history li").allTextContents()).join("\n");

  test("before a decision closing is not possible, and the page says why", async () => {
    await open("unconfirmed");
    assert.equal(await desk.getByRole("link", { name: "Sluit dit signaal" }).count(), 0);
    assert.match(await desk.locator(".actions").innerText(), /Besluit van het overleg\s+Kan nog niet/);
  });

  test("the weekly meeting decides all four outcomes, by keyboard", async () => {
    await openAgenda(desk, WEEKLY);
    await start(desk);
    await walkTo(desk, signals.loop.number);
    await decide(desk, {
      outcome: "Meer informatie nodig",
      reason: "Een keer kijken is te weinig.",
      fields: async (asked) => {
        await asked.getByLabel("Wat zoeken we uit?").fill("Wie komen er en gaan er, en wanneer?");
        await asked.getByLabel("Wie?").selectOption({ label: OFFICER });
        await asked.getByLabel("Uiterlijk").fill(dayAfter(3));
      },
    });
    await walkTo(desk, signals.inspection.number);
    await decide(desk, {
      outcome: "(Integrale) controle",
      reason: "Concreet genoeg voor een bezoek.",
      fields: async (asked) => {
        await asked.getByLabel("Op grond van welke bevoegdheid?").fill("Woningwet art. 92");
        await asked.getByLabel("Wat is het eigen doel van de controle?").fill("Toezicht op brandveiligheid");
        await asked.getByLabel("Wie?").selectOption({ label: OFFICER });
        await asked.getByLabel("Uiterlijk").fill(dayAfter(3));
      },
    });
    await walkTo(desk, signals.department.number);
    await decide(desk, {
      outcome: "Naar andere afdeling",
      reason: "Vooral hulp nodig.",
      fields: async (asked) => {
        await asked.getByRole("checkbox", { name: "Wmo" }).check();
        await asked.getByLabel("Wat vragen we van hen?").fill("Gesprek over geld en woonplek");
        await asked.getByRole("checkbox", { name: "mogelijk slachtoffer" }).check();
        await asked.getByLabel("Toestemming van de betrokkene").fill("De cliënt zelf, gisteren.");
        await asked.getByLabel("Uiterlijk").fill(dayAfter(7));
      },
    });
    await walkTo(desk, signals.unconfirmed.number);
    await decide(desk, { outcome: "Signaal niet bevestigd", reason: "Alles klopt bij nader inzien." });
    for (const [fate, outcome] of [
      ["loop", "Meer informatie nodig"],
      ["inspection", "(Integrale) controle"],
      ["department", "Naar andere afdeling"],
      ["unconfirmed", "Signaal niet bevestigd"],
    ]) {
      await open(fate);
      assert.ok((await history()).includes(`Besluit van Signalenoverleg: ${outcome}.`), await history());
    }
  });

  test("into the LOO only when both conditions hold, with why", async () => {
    await openAgenda(desk, WEEKLY);
    await desk.getByRole("link", { name: "Ga verder met het overleg" }).click();
    for (const fate of ["intervention", "riec", "looUnconfirmed"]) {
      await walkTo(desk, signals[fate].number);
      const conditions = (strong) => async (asked) => {
        const questions = asked.getByRole("group");
        await questions.nth(0).getByRole("radio", { name: strong }).check();
        await questions.nth(1).getByRole("radio", { name: "Ja" }).check();
        for (const why of await asked.getByLabel("Waarom?").all()) await why.fill("Twee bronnen zeggen hetzelfde.");
      };
      if (fate === "intervention") {
        await decide(desk, { outcome: "Inbrengen in het LOO", reason: "Meer partijen nodig.", fields: conditions("Nee") });
        assert.equal(await desk.locator("h1 .number").textContent(), signals[fate].number, "stays with this signal");
        assert.match(await desk.getByRole("alert").innerText(), /Er is iets niet in orde/);
        await desk.getByLabel("Reden, in één regel").fill("");
        await desk.keyboard.press("Escape");
      }
      await decide(desk, { outcome: "Inbrengen in het LOO", reason: "Meer partijen nodig.", fields: conditions("Ja") });
      await open(fate);
      assert.match(await desk.locator(".route__step--now").innerText(), /Lokaal Overleg Ondermijning/);
      await openAgenda(desk, WEEKLY);
      const rest = desk.getByRole("link", { name: "Ga verder met het overleg" });
      if ((await rest.count()) > 0) await rest.click();
    }
  });

  test("what there was no time for is kept for a next sitting, and the meeting closes with its decisions", async () => {
    await openAgenda(desk, WEEKLY);
    await desk.getByRole("link", { name: "Ga verder met het overleg" }).click();
    await holdOverTheRest(desk, "Geen tijd meer.");
    assert.match(await desk.getByRole("status").innerText(), /De vergadering is gesloten/);
    await desk.getByRole("link", { name: "Besluitenlijst" }).click();
    const list = await desk.locator("main").innerText();
    assert.match(list, new RegExp(`${signals.inspection.number}\\s+(Besloten: )?\\(Integrale\\) controle`));
    assert.ok(!list.includes("Proef"), "the list cites numbers, never content");
  });

  test("more information is a task that comes back as a loop", async () => {
    await open("loop");
    assert.match(await sentence(), /^Wacht op Sem Kuipers tot .*Wie komen er en gaan er/);
    const officer = await logIn(browser, demo.url, "wijkhandhaver");
    await openTask(officer, signals.loop.number);
    await answer(officer, "Meld dat het klaar is", "Drie avonden vier mannen gezien, steeds met dezelfde bus.");
    await open("loop");
    assert.match(await desk.locator(".route__step--now").innerText(), /Signalenoverleg/);
    assert.match(await desk.locator(".route").innerText(), /tweede keer/);
  });

  test("the LOO decides intervention, RIEC case and not confirmed", async () => {
    await plan(desk, LOO, dayAfter(1));
    await start(desk);
    await walkTo(desk, signals.intervention.number);
    await decide(desk, {
      outcome: "Interventie inzetten",
      reason: "Wonen mag daar niet.",
      fields: async (asked) => {
        await asked.getByRole("radio", { name: "bestuurlijk" }).check();
        await asked.getByLabel("Wat gaan we doen?").fill("Last onder dwangsom");
        await asked.getByLabel("Wie?").selectOption({ label: OFFICER });
        await asked.getByLabel("Uiterlijk").fill(dayAfter(14));
      },
    });
    await walkTo(desk, signals.riec.number);
    await decide(desk, {
      outcome: "RIEC-casus",
      reason: "Er zijn meer adressen.",
      fields: async (asked) => {
        await asked.getByLabel("Wie leidt de casus?").selectOption({ label: "RIEC Noord-Holland" });
        await asked.getByLabel("Waar gaat de casus over?").fill("Wie zit er achter de verhuur?");
        await asked.getByRole("checkbox", { name: "adres of plaats" }).check();
        await asked.getByLabel("Uiterlijk").fill(dayAfter(30));
      },
    });
    await walkTo(desk, signals.looUnconfirmed.number);
    await decide(desk, { outcome: "Signaal niet bevestigd", reason: "De partners kennen niets." });
    for (const [fate, outcome] of [
      ["intervention", "Interventie inzetten"],
      ["riec", "RIEC-casus"],
      ["looUnconfirmed", "Signaal niet bevestigd"],
    ]) {
      await open(fate);
      assert.ok((await history()).includes(`Besluit van ${LOO}: ${outcome}.`), await history());
    }
  });

  test("what came out of an inspection is weighed again; department and measure end in feedback", async () => {
    const officer = await logIn(browser, demo.url, "wijkhandhaver");
    for (const fate of ["inspection", "intervention"]) {
      await openTask(officer, signals[fate].number);
      await answer(officer, "Meld dat het klaar is", "Uitgevoerd; de bovenverdieping is leeg.");
    }
    await open("department");
    await desk.getByRole("link", { name: /^Bekijk of beantwoord/ }).click();
    await answer(desk, "Neem aan");
    await answer(desk, "Meld dat het klaar is", "Er is een gesprek geweest.");
    for (const [fate, step] of [
      ["inspection", /Signalenoverleg/],
      ["intervention", /Terugkoppeling/],
      ["department", /Terugkoppeling/],
    ]) {
      await open(fate);
      assert.match(await desk.locator(".route__step--now").innerText(), step, fate);
    }
  });

  test("a second sitting decides again on the loop and on the inspection", async () => {
    await plan(desk, WEEKLY, dayAfter(9));
    await start(desk);
    await walkTo(desk, signals.loop.number);
    assert.match(await desk.locator("main").innerText(), /Meer informatie nodig: “Een keer kijken is te weinig\.”/);
    await decide(desk, { outcome: "Signaal niet bevestigd", reason: "De bus hoort bij een aannemer uit de buurt." });
    await walkTo(desk, signals.inspection.number);
    assert.match(await desk.locator("main").innerText(), /Controle: klaar/);
    await decide(desk, { outcome: "Signaal niet bevestigd", reason: "De controle vond alleen te veel bedden." });
    for (const fate of ["loop", "inspection"]) {
      await open(fate);
      assert.match(await desk.locator(".route__step--now").innerText(), /Terugkoppeling/, fate);
    }
  });

  test("hand-overs run beside each other and close one by one", async () => {
    await open("riec");
    await desk.getByRole("link", { name: "Bied aan partners aan" }).click();
    await desk.getByRole("checkbox", { name: "HVO-Querido" }).check();
    await desk.getByRole("checkbox", { name: "Nederlandse Arbeidsinspectie" }).check();
    await desk.getByLabel("Wat dragen we over?").fill("Adres en tijden; niets over de melder.");
    await desk.getByRole("checkbox", { name: "adres of plaats" }).check();
    await desk.getByLabel("Waarom is dit nodig?").fill("Zonder adres kan niemand helpen.");
    await desk.getByLabel("Toestemming van de betrokkene").fill("De bewoner zelf, gisteren.");
    await desk.getByRole("button", { name: "Bied aan" }).click();
    const card = desk.locator("section.card", { has: desk.getByRole("heading", { name: "Uitgezet" }) });
    const strands = card.locator(":scope > ul > li");
    assert.equal(await strands.count(), 3, "the case and both hand-overs");

    const partner = await logIn(browser, demo.url, "hvo");
    await openTask(partner, signals.riec.number);
    assert.match(await partner.locator("main").innerText(), /Adres en tijden; niets over de melder\./);
    await answer(partner, "Neem aan");
    await answer(partner, "Meld dat het klaar is", "Er is een plek en een begeleider.");
    await open("riec");
    assert.equal(await strands.count(), 2, "one is ready, the others run on");
    await giveFeedback(desk, { who: "HVO-Querido" });
    assert.match(await whyNotClosed(desk), /Er lopen nog 2 acties, overdrachten of casussen/);

    for (const left of [1, 0]) {
      for (const step of ["Neem aan", "Meld dat het klaar is"]) {
        await card.getByRole("link", { name: /^Bekijk of beantwoord/ }).first().click();
        await answer(desk, step, "Afgerond, zonder vervolg.");
        await open("riec");
      }
      if (left === 1) assert.match(await whyNotClosed(desk), /Er loopt nog één actie, overdracht of casus/);
    }
    await close(desk, { confirmation: "Bevestigd", result: "Opgepakt door de partners." });
  });

  test("closing is refused while the reporter waits; feedback comes from a template, edited and released by a person", async () => {
    await open("unconfirmed");
    assert.match(await whyNotClosed(desk), /Eén melder wacht nog op terugkoppeling/);
    await desk.getByRole("link", { name: "Koppel terug aan HVO-Querido" }).click();
    const template = await desk.getByLabel("De tekst").inputValue();
    assert.match(template, /Beste collega/);
    assert.ok(!template.includes("{"), `a placeholder was left open:\n${template}`);
    await open("unconfirmed");
    await giveFeedback(desk, { who: "HVO-Querido", add: "Dank dat u bleef kijken.", way: "Per telefoon" });
    const message = desk.locator("dd", { hasText: "per telefoon" });
    await message.locator("summary").click();
    assert.match(await message.innerText(), /Dank dat u bleef kijken\./);
    assert.match(await history(), /Marijke Duinker koppelde de uitkomst terug, per telefoon/);
    await close(desk, { confirmation: "Niet bevestigd", result: "Niets gevonden; de melder weet het." });
  });

  test("every signal gets to its end", async () => {
    for (const fate of ["loop", "inspection", "department", "intervention", "looUnconfirmed"]) {
      await open(fate);
      if (fate === "loop") await withholdFeedback(desk, "De melder wil niet meer worden gebeld.");
      else await giveFeedback(desk, { who: "HVO-Querido" });
      await close(desk, { confirmation: "Niet aan ons om te zeggen", result: "Afgehandeld." });
      assert.match(await desk.locator(".actions, .card--now").first().innerText(), /Dit signaal is gesloten/);
    }
    await desk.goto(`${demo.url}/signalen`);
    const open_ = await desk.locator("main").innerText();
    for (const { number } of Object.values(signals)) assert.ok(!open_.includes(number), `${number} is still open`);
  });

  test("acute danger goes to the police from the first screen", async () => {
    await typeReport(desk, { subject: "Iemand zit opgesloten", reporter: "Inwoner" });
    await desk.getByRole("link", { name: "Acuut" }).click();
    await desk.getByLabel("Wat is het gevaar?").fill("Iemand zit nu opgesloten en roept om hulp.");
    await desk.getByRole("button", { name: "Draag nu over aan Politie, Team Mensenhandel" }).click();
    const number = await desk.locator("h1 .number").textContent();
    assert.match(await desk.locator(".signal-head .badges").innerText(), /Acuut/);
    assert.match(await history(), /Marijke Duinker droeg het signaal met spoed over aan Politie, Team Mensenhandel/);
    await desk.getByRole("link", { name: /^Bekijk of beantwoord/ }).click();
    assert.match(await desk.locator("main").innerText(), /Iemand zit nu opgesloten en roept om hulp\./);
    await answer(desk, "Neem aan");
  });

  test("care is asked from the first screen, and stays in its own compartment", async () => {
    await typeReport(desk, { subject: "Iemand heeft opvang nodig", reporter: "Inwoner" });
    await desk.getByRole("link", { name: "Vraag zorg" }).click();
    await desk.getByLabel("Wat moet de zorgcoördinator weten om te beginnen?").fill("Vandaag een veilige plek nodig.");
    await desk.getByLabel("Toestemming van de betrokkene").fill("Zijzelf, vanmorgen aan de balie.");
    await desk.getByRole("button", { name: "Vraag nu zorg bij HVO-Querido" }).click();
    const number = await desk.locator("h1 .number").textContent();
    const care = await logIn(browser, demo.url, "zorg");
    await openTask(care, number);
    assert.match(await care.locator("main").innerText(), /Vandaag een veilige plek nodig\./);
    await answer(care, "Neem aan");
    const member = await logIn(browser, demo.url, "teamleider");
    await member.goto(desk.url());
    assert.ok(!(await member.content()).includes("Vandaag een veilige plek nodig."), "a member reads what was asked of care");
  });
});
