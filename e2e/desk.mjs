// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// What somebody at the desk does with a report and a signal, click by click. Each act begins and ends on the page of the signal.

import assert from "node:assert/strict";

/**
 * Types in what a reporter says. Ends on the page of the report.
 * @param {import("playwright-core").Page} page
 * @param {{ subject: string, reporter?: string, partner?: string, channel?: string, text?: string }} what
 */
export async function typeReport(page, what) {
  const { subject, reporter = "Ketenpartner", partner = "HVO-Querido", channel = "Telefoon" } = what;
  await page.goto(new URL("/meldingen/typen", page.url()).href);
  await page.getByRole("radio", { name: channel, exact: true }).check();
  await page.getByLabel("Waar gaat het over?").fill(subject);
  await page.getByLabel("Wat is er gezien of gehoord?").fill(what.text ?? "Iemand slaapt op de plek waar zij werkt en heeft geen papieren.");
  await page.getByLabel("Wie meldt er?").selectOption({ label: reporter });
  if (reporter === "Ketenpartner") await page.getByLabel("Welke organisatie?").selectOption({ label: partner });
  await page.getByRole("button", { name: "Leg de melding vast" }).click();
  await page.getByRole("link", { name: "Open de melding" }).click();
}

/** Makes a signal of the report that is open, as it is filled in. Gives its number and the address of its page. */
export async function makeSignal(page) {
  await page.getByRole("link", { name: "Maak signaal" }).click();
  await page.getByRole("button", { name: "Maak het signaal" }).click();
  return signalHere(page);
}

/** Number and address of the signal whose page this is. */
export async function signalHere(page) {
  const number = await page.locator("h1 .number").textContent();
  assert.match(number ?? "", /^HS-\d{4}-\d{4}$/, `no page of a signal: ${page.url()}`);
  return { number, url: page.url() };
}

/** Says what we think it is. */
export async function assess(page, form = "Arbeidsuitbuiting") {
  await page.getByRole("link", { name: "Maak de duiding" }).first().click();
  await page.getByRole("checkbox", { name: form }).check();
  await page
    .getByRole("group", { name: "Is er een minderjarige bij betrokken?" })
    .getByRole("radio", { name: "Niet bekend" })
    .check();
  await page.getByLabel("Wat denken we, en waarom?").fill("Slapen op het werk en geen papieren passen bij uitbuiting.");
  await page.getByRole("button", { name: "Leg de duiding vast" }).click();
}

/** Presses the button that brings the signal a step further. */
export async function moveOn(page, step) {
  await page.getByRole("button", { name: `Naar ${step}`, exact: true }).click();
}

/** Decides that sources may be asked. */
export async function openGate(page) {
  await page.getByRole("link", { name: "Besluit over bevragen" }).click();
  await page.getByRole("radio", { name: "Ja, bevragen mag" }).check();
  await page.getByLabel("Op grond waarvan?").fill("AVG art. 6 lid 1 onder e");
  await page.getByLabel("Waarom?").fill("Nodig om te wegen of het klopt.");
  await page.getByRole("button", { name: "Leg het besluit vast" }).click();
}

/** A new signal that lies before the weekly meeting. */
export async function readySignal(page, what) {
  await typeReport(page, what);
  const signal = await makeSignal(page);
  await assess(page);
  await moveOn(page, "Verrijking");
  await openGate(page);
  await moveOn(page, "Signalenoverleg");
  return signal;
}

/** Gives the feedback that is owed to this reporter, as the template has it and with a line added. */
export async function giveFeedback(page, { who, add = "", way = "In een gesprek" }) {
  await page.getByRole("link", { name: `Koppel terug aan ${who}` }).first().click();
  const text = page.getByLabel("De tekst");
  if (add !== "") await text.fill(`${await text.inputValue()}\n${add}`);
  await page.getByRole("radio", { name: way }).check();
  await page.getByRole("button", { name: "Geef vrij en leg vast" }).click();
}

/** Decides to give no feedback, and why. */
export async function withholdFeedback(page, reason) {
  await page.getByRole("link", { name: "Of geef geen terugkoppeling, met reden" }).first().click();
  await page.getByLabel("Waarom niet?").fill(reason);
  await page.getByRole("button", { name: "Geef geen terugkoppeling" }).click();
}

/** Closes the signal. */
export async function close(page, { confirmation, result }) {
  await page.getByRole("link", { name: "Sluit dit signaal" }).click();
  await page.getByRole("radio", { name: new RegExp(`^${confirmation}`) }).check();
  await page.getByLabel("Wat kwam eruit?").fill(result);
  await page.getByRole("button", { name: "Sluit het signaal" }).click();
  assert.match(await page.locator(".signal-head__sentence").first().textContent(), /^Gesloten op/);
}

/** Why the signal can't be closed now, in the words of its page. */
export async function whyNotClosed(page) {
  const line = page.locator(".actions > li", { hasText: "Sluit dit signaal" });
  assert.equal(await line.getByRole("link", { name: "Sluit dit signaal" }).count(), 0, "closing is offered");
  return line.locator(".actions__why").textContent();
}
