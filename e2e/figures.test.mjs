// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// The picture and the plan: a file with a mistake is refused row by row, the right one is taken in, an action is done with its evidence, and what
// comes back each half year is written, printed and held.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { startBrowser } from "./browser.mjs";
import { startDemo } from "./demo.mjs";
import { assertAccessible, logIn } from "./page.mjs";

let browser, demo;
before(async () => {
  [browser, demo] = await Promise.all([startBrowser(), startDemo()]);
});
after(() => Promise.all([browser?.close(), demo?.stop()]));

const HEAD = "bron;jaar;gebied;vorm;aantal\n";
const GOOD = "politie;2023;Haarlem;sexual;7\npolitie;2023;Heemstede;sexual;-\n";

async function choose(page, text) {
  await page.goto(`${demo.url}/beeld/cijfers/inlezen`);
  await page.setInputFiles("#file", { name: "cijfers.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Bekijk wat er gebeurt" }).click();
}

test("figures with a mistake are refused, mended ones are shown as a table and a picture", async () => {
  const page = await logIn(browser, demo.url, "analist");
  await choose(page, `${HEAD}${GOOD}nla;2023;Haarlem;sexual;0\n`);
  await page.getByText("Deze bron registreert deze vorm niet.").waitFor();
  assert.equal(await page.getByRole("button", { name: /^Lees / }).count(), 0, "nothing can be taken in");
  await assertAccessible(page);
  await choose(page, HEAD + GOOD);
  await page.getByRole("button", { name: "Lees 2 cijfers in" }).click();
  await page.getByText("2 cijfers zijn ingelezen.").waitFor();
  const police = page.getByRole("region", { name: "Politie, 2023" });
  const haarlem = police.getByRole("row", { name: /^Haarlem 7/ });
  await haarlem.waitFor();
  assert.equal(await police.getByRole("img").count(), 3, "a small picture for each form");
});

test("an action of the plan is done, with what proves it", async () => {
  const page = await logIn(browser, demo.url, "coordinator");
  await page.getByRole("link", { name: "Plan", exact: true }).click();
  await page.getByRole("link", { name: "Horeca-overleg over veiligheidsrisico's" }).click();
  await page.getByLabel("Bewijs").fill("Overleg op 4 november, verslag in het zaaksysteem.");
  await page.getByRole("button", { name: "Leg vast", exact: true }).click();
  await page.getByRole("cell", { name: /Overleg op 4 november/ }).waitFor();
  await assertAccessible(page);
});

/** Clicks a link to a file; gives its name and its bytes. */
async function download(page, name) {
  const [file] = await Promise.all([page.waitForEvent("download", { timeout: 120_000 }), page.getByRole("link", { name }).click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test("the half-yearly item appears by itself, is written, printed and held", async () => {
  const page = await logIn(browser, demo.url, "coordinator", { acceptDownloads: true });
  const back = page.getByRole("complementary").getByRole("link", { name: "Mensenhandel in de staf veiligheid" });
  await back.first().click();
  await page.getByLabel("Wat we leerden").fill("Vaker samen kijken helpt.");
  await page.getByRole("button", { name: "Bewaar de tekst" }).click();
  await page.getByText("De tekst is bewaard.").waitFor();
  await assertAccessible(page);
  const paper = await download(page, "Download als PDF");
  assert.match(paper.name, /^staf-veiligheid-\d{4}-[12]\.pdf$/);
  assert.equal(paper.bytes.subarray(0, 5).toString(), "%PDF-");
  const draft = await download(page, "Download om te bewerken (ODT)");
  assert.match(draft.bytes.toString("latin1"), /application\/vnd\.oasis\.opendocument\.text/);
  await page.getByLabel("Wat kwam eruit?").fill("Besproken. Extra controles in de zomer.");
  await page.getByRole("button", { name: "Leg vast dat het is besproken" }).click();
  await page.getByRole("heading", { name: /^Besproken op / }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Bewaar de tekst" }).count(), 0, "what was discussed stays as it was");
  await assertAccessible(page);
  await page.goto(`${demo.url}/plan/agenda`);
  await page.getByRole("region", { name: "Gedaan" }).getByRole("link", { name: /Mensenhandel in de staf veiligheid/ }).first().waitFor();
  await assertAccessible(page);
});
