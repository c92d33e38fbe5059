// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// What the chair of a body does: agenda, sitting, decisions by keyboard.

import assert from "node:assert/strict";

/** Opens the agenda of the next sitting of a body from the list of meetings. */
export async function openAgenda(page, body) {
  await toMeetings(page);
  await page.getByRole("region", { name: body }).locator("ul.plain-list a").first().click();
}

/** Plans a sitting of a body on a day, and ends on its agenda. */
export async function plan(page, body, day) {
  await toMeetings(page);
  const region = page.getByRole("region", { name: body });
  await region.getByLabel(/^Dag/).fill(day);
  await region.getByRole("button", { name: /^Plan een vergadering/ }).click();
}

async function toMeetings(page) {
  await page.goto(new URL("/overleggen", page.url()).href);
}

/** Everything that is ready on the agenda, and begin. */
export async function start(page) {
  const fill = page.getByRole("button", { name: "Zet alles wat klaar is op de agenda" });
  if ((await fill.count()) > 0) await fill.click();
  await page.getByRole("button", { name: "Start het overleg" }).click();
}

/** Skips, with the key n, to the signal with this number. */
export async function walkTo(page, number) {
  for (let skipped = 0; skipped < 30; skipped += 1) {
    if ((await page.locator("h1 .number").textContent()) === number) return;
    await press(page, "n");
  }
  assert.fail(`${number} is not in this sitting`);
}

/** A key counts once the script of the page has run. */
async function press(page, key) {
  await page.waitForLoadState();
  const before = page.url();
  await page.keyboard.press(key);
  await page.waitForURL((url) => url.href !== before);
}

/**
 * Decides with the keyboard alone: the digit of the outcome, the reason, what the outcome asks for, Ctrl+Enter.
 * @param {import("playwright-core").Page} page
 * @param {{ outcome: string, reason: string, fields?: (asked: import("playwright-core").Locator) => Promise<void> }} decision
 */
export async function decide(page, { outcome, reason, fields }) {
  const radio = page.getByRole("radio", { name: outcome });
  await page.keyboard.press(await radio.getAttribute("data-hotkey"));
  assert.ok(await radio.isChecked(), `the key did not choose ${outcome}`);
  await page.keyboard.type(reason);
  if (fields) await fields(page.getByRole("group", { name: `Bij ‘${outcome}’` }));
  await page.getByLabel("Reden, in één regel").focus();
  await send(page);
}

/** Keeps every signal that is left for a next sitting, until the agenda is shown, and closes the sitting. */
export async function holdOverTheRest(page, reason) {
  while ((await page.locator("h1 .number").count()) > 0) {
    await page.locator("summary", { hasText: "Houd aan voor een volgende keer" }).click();
    await page.getByLabel("Waarom aanhouden?").fill(reason);
    await page.getByRole("button", { name: "Houd aan" }).click();
    await page.waitForLoadState();
  }
  await page.getByRole("button", { name: "Sluit de vergadering" }).click();
}

/** Ctrl+Enter, and wait for the page after it. */
export async function send(page) {
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Control+Enter")]);
}

/** A day from today, as a field for a date takes it. */
export function dayAfter(days) {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return day.toLocaleDateString("sv-SE");
}
