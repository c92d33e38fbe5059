// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// The pictures of the manual: `node e2e/screenshots.mjs` writes docs/handleiding/img/*.png from a fresh demo, each page at 1280
// and at 390 pixels wide. With ImageMagick (`convert`) at hand they get a palette, which makes them three times smaller.

import { execFileSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { startBrowser } from "./browser.mjs";
import { startDemo } from "./demo.mjs";
import { assess, giveFeedback, makeSignal, openGate, moveOn, typeReport } from "./desk.mjs";
import { logIn, openPage } from "./page.mjs";
import { decide, openAgenda, start, walkTo } from "./sitting.mjs";

const TO = fileURLToPath(new URL("../docs/handleiding/img/", import.meta.url));
const WIDTHS = [1280, 390];
const HIGHEST = 1000;

await mkdir(TO, { recursive: true });
const [browser, demo] = await Promise.all([startBrowser(), startDemo()]);
try {
  await take();
} finally {
  await Promise.all([browser.close(), demo.stop()]);
}

async function picture(page, name) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const height = Math.min(HIGHEST, await page.evaluate(() => document.documentElement.scrollHeight));
    const path = `${TO}${name}-${width}.png`;
    await page.setViewportSize({ width, height });
    await page.evaluate(() => document.activeElement?.blur());
    await page.screenshot({ path, animations: "disabled", caret: "hide" });
    smaller(path);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

function smaller(path) {
  try {
    execFileSync("convert", [path, "-strip", "-dither", "None", "-colors", "64", `PNG8:${path}`]);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}

async function take() {
  const door = await openPage(browser);
  await door.goto(demo.url);
  await picture(door, "inloggen");

  const page = await logIn(browser, demo.url, "coordinator");
  await picture(page, "vandaag");
  await page.goto(`${demo.url}/meldingen`);
  await picture(page, "meldingen");
  await page.locator(".inbox__item", { hasText: "Scharlaken Koord" }).first().click();
  await picture(page, "melding");
  await page.goto(`${demo.url}/meldingen/typen`);
  await picture(page, "melding-intypen");

  await typeReport(page, {
    subject: "Wisselende bewoners boven een winkel",
    text: "Elke week andere mensen boven de winkel. Zij gaan om zes uur in een bus weg en komen na tien uur 's avonds terug.",
  });
  await page.getByRole("link", { name: "Maak signaal" }).click();
  await picture(page, "signaal-maken");
  await page.goBack();
  const signal = await makeSignal(page);
  await page.getByRole("link", { name: "Maak de duiding" }).first().click();
  await page.getByRole("checkbox", { name: "Arbeidsuitbuiting" }).check();
  await picture(page, "duiding");
  await page.goto(signal.url);
  await assess(page);
  await moveOn(page, "Verrijking");
  await openGate(page);
  await moveOn(page, "Signalenoverleg");
  await picture(page, "signaal");

  await openAgenda(page, "Signalenoverleg");
  await picture(page, "agenda");
  await start(page);
  await picture(page, "vergadering");
  await walkTo(page, signal.number);
  await decide(page, { outcome: "Signaal niet bevestigd", reason: "De verhuur is bekend en vergund." });

  await page.goto(signal.url);
  await page.getByRole("link", { name: "Koppel terug aan HVO-Querido" }).click();
  await picture(page, "terugkoppeling");
  await page.goto(signal.url);
  await giveFeedback(page, { who: "HVO-Querido" });
  await page.getByRole("link", { name: "Sluit dit signaal" }).click();
  await picture(page, "sluiten");

  await sources(page);

  const official = await logIn(browser, demo.url, "ambtenaar");
  await official.goto(`${demo.url}/melden/formulier`);
  await picture(official, "meldformulier");
  await official.getByLabel("Wat ziet of hoort u?").fill("Veel matrassen in een bedrijfsruimte. Iemand haalt elke ochtend acht mensen op.");
  await official.getByRole("button", { name: "Verstuur de melding" }).click();
  await official.getByText("Uw kenmerk is R-").waitFor();
  await official.goto(`${demo.url}/eigen-meldingen`);
  await official.locator("tbody th a").first().click();
  await picture(official, "eigen-melding");
  await official.goto(`${demo.url}/advies/nieuw`);
  await official.getByLabel("Wat wilt u overleggen?").fill("Acht mensen in een ruimte zonder keuken: is dat al iets om te melden?");
  await official.getByRole("button", { name: "Stel de vraag" }).click();
  const adviser = await logIn(browser, demo.url, "aandachtsfunctionaris");
  await adviser.goto(official.url());
  await adviser.getByLabel("Uw antwoord").fill("Ja. Zet erbij of zij weg kunnen, en wie hen ophaalt. U hoeft niets uit te zoeken.");
  await adviser.getByRole("button", { name: "Verstuur" }).click();
  await official.reload();
  await picture(official, "advies");
  const partner = await logIn(browser, demo.url, "hvo");
  await partner.goto(`${demo.url}/eigen-meldingen`);
  await picture(partner, "ketenpartner-meldingen");

  const administrator = await logIn(browser, demo.url, "beheer");
  await administrator.goto(`${demo.url}/beheer/mensen`);
  await picture(administrator, "mensen");
  const officer = await logIn(browser, demo.url, "privacy");
  await officer.goto(`${demo.url}/privacy/journaal`);
  await picture(officer, "journaal");
  await privacy(officer);
}

/** What the privacy officer keeps up: who looked, what data were used for, what was decided, and the DPIA. */
async function privacy(officer) {
  const pages = {
    privacy: "/privacy",
    "wie-keek": "/privacy/wie-keek",
    verwerkingen: "/privacy/verwerkingen",
    beslissingen: "/privacy/beslissingen",
    dpia: "/privacy/dpia",
    bewaren: "/bewaren",
  };
  for (const [name, path] of Object.entries(pages)) {
    await officer.goto(`${demo.url}${path}`);
    await picture(officer, name);
  }
}

/** Questions to sources: those of the demo's nail salon. */
async function sources(page) {
  await page.goto(`${demo.url}/signalen`);
  await page.getByRole("link", { name: /nagelsalon/ }).first().click();
  const signal = page.url();
  await page.goto(`${signal}/bronnen`);
  await picture(page, "bronnen");
  await page.getByRole("link", { name: "Vergunningen van de gemeente" }).first().click();
  await page.locator("summary", { hasText: "Lees het antwoord" }).click();
  await picture(page, "bronvraag");
  const officer = await logIn(browser, demo.url, "privacy");
  await officer.goto(`${demo.url}/privacy/poorten`);
  await picture(officer, "open-poorten");
  await officer.goto(`${signal}/bronnen`);
  await officer.getByRole("link", { name: "Bibob: loopt er een onderzoek?" }).first().click();
  await picture(officer, "bronvraag-besluit");
}
