// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// What anybody can do: read where to report, report without JavaScript, come back with the code, leave without a trace.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startBrowser } from "./browser.mjs";
import { startDemo } from "./demo.mjs";
import { assertAccessible, logIn, openPage, shot } from "./page.mjs";
import { turnFormOn } from "./public.mjs";

const LANGUAGES = ["nl", "en", "uk", "ru"];
const TEXT = "Verzonnen: boven de winkel slapen twaalf mensen.";

describe("the public pages", () => {
  let browser;
  let demo;
  before(async () => {
    [browser, demo] = await Promise.all([startBrowser(), startDemo()]);
    await turnFormOn(demo);
  });
  after(() => Promise.all([browser?.close(), demo?.stop()]));

  const at = (language, page = "") => `${demo.url}/melden/heemstede/${language}${page}`;

  /** What a page of Tor Browser's safest mode has: no scripts, no pictures, no fonts. */
  async function safest() {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await page.route(/\.(woff2|js|svg|ico)$/, (route) => route.abort());
    return page;
  }

  async function report(page, how) {
    await page.goto(at("nl", "/formulier"));
    await page.getByRole("radio", { name: how }).check();
    await page.getByLabel("Vertel het in uw eigen woorden").fill(TEXT);
    await page.getByLabel("Waar is het?").fill("Verzonnenstraat 1");
    await page.getByRole("button", { name: "Verstuur de melding" }).click();
    const words = await page.locator(".code-words li").allTextContents();
    assert.equal(words.length, 6);
    return words.join(" ");
  }

  async function open(page, code) {
    await page.goto(at("nl", "/code"));
    await page.getByLabel("Uw code van zes woorden").fill(code);
    await page.getByRole("button", { name: "Lees de berichten" }).click();
  }

  for (const language of LANGUAGES) {
    test(`in ${language}: accessible, without cookies, nothing from elsewhere`, async () => {
      const page = await openPage(browser);
      const elsewhere = [];
      page.on("request", (request) => request.url().startsWith(demo.url) || elsewhere.push(request.url()));
      for (const path of ["", "/formulier", "/code"]) {
        await page.goto(at(language, path));
        assert.equal(await page.locator("html").getAttribute("lang"), language);
        await assertAccessible(page);
        await shot(page, `public${path.replace("/", "-")}-${language}`);
      }
      await page.goto(at(language, "/formulier"));
      await page.locator("main form button").click();
      await page.locator(".error-summary").waitFor();
      assert.ok((await page.locator("[aria-invalid=true]").count()) > 0);
      await assertAccessible(page);
      await page.locator("#wat").fill(TEXT);
      await page.locator("input[value=anoniem]").check();
      await page.locator("#fotos").setInputFiles({ name: "video.txt", mimeType: "text/plain", buffer: Buffer.from("geen foto") });
      await page.locator("main form button").click();
      await page.locator("#fotos[aria-invalid=true]").waitFor();
      await page.locator("#fotos").setInputFiles([]);
      await page.locator("main form button").click();
      await page.locator(".code-words").waitFor();
      const code = (await page.locator(".code-words li").allTextContents()).join(" ");
      await assertAccessible(page);
      await shot(page, `public-told-${language}`);
      await page.goto(at(language, "/code"));
      await page.locator("#code").fill(code);
      await page.locator("main form button").click();
      await page.locator("input[name=bericht]").waitFor({ state: "attached" });
      await assertAccessible(page);
      await shot(page, `public-messages-${language}`);
      assert.deepEqual(elsewhere, []);
      assert.deepEqual(await page.context().cookies(), []);
    });
  }

  test("report and come back without scripts, fonts and pictures", async () => {
    const page = await safest();
    await page.goto(at("nl", "/formulier"));
    await page.getByRole("button", { name: "Verstuur de melding" }).click();
    await page.getByRole("heading", { name: "Er klopt iets niet" }).waitFor();
    const code = await report(page, "Anoniem");
    await open(page, "tulp tulp tulp tulp tulp tulp");
    await page.locator("#code-fout", { hasText: "Deze code kennen wij niet" }).waitFor();
    await open(page, code.toUpperCase());
    await page.getByText("Er is nog geen bericht voor u").waitFor();
    assert.ok(!(await page.content()).includes("twaalf mensen"), "the report itself is not behind the code");
    await page.getByLabel("Wat wilt u toevoegen?").fill("Verzonnen: het busje is er weer.");
    await page.getByRole("button", { name: "Voeg toe" }).click();
    await page.getByRole("status").filter({ hasText: "Verstuurd" }).waitFor();
    assert.ok(!page.url().includes(code.split(" ")[0]), "no code in an address");
    assert.deepEqual(await page.context().cookies(), []);

    const desk = await logIn(browser, demo.url, "coordinator");
    await desk.goto(`${demo.url}/vandaag`);
    const line = desk.locator("tr", { hasText: "Er is een antwoord of aanvulling. Lees het bericht." }).last();
    await line.getByRole("link", { name: "Lees het bericht" }).click();
    await desk.getByText("Verzonnen: het busje is er weer.").waitFor();
    await shot(desk, "public-desk");
    await desk.getByRole("button", { name: "Ik heb dit gelezen" }).click();
    await desk.getByRole("link", { name: "Stel een vraag" }).click();
    await desk.getByLabel("Uw vraag").fill("Hoe laat komt het busje?");
    await desk.getByRole("radio", { name: /met de code van de melder/ }).check();
    await desk.getByRole("button", { name: "Stel de vraag" }).click();
    await desk.getByText("Nog geen antwoord.").waitFor();

    await open(page, code);
    await page.getByText("Hoe laat komt het busje?").waitFor();
    await page.getByLabel("Uw antwoord").fill("Verzonnen: om zes uur.");
    await page.getByRole("button", { name: "Verstuur het antwoord" }).click();
    await page.getByText(/U gaf antwoord op/).waitFor();
    await shot(page, "public-answered");
    await desk.reload();
    await desk.getByText("Verzonnen: om zes uur.").waitFor();
  });

  test("the button to leave works without scripts", async () => {
    const page = await safest();
    await page.route("https://www.buienradar.nl/**", (route) => route.fulfill({ body: "Regen", contentType: "text/html" }));
    await page.goto(at("uk"));
    await page.locator("[data-leave]").click();
    await page.waitForURL("https://www.buienradar.nl/");
  });

  test("with scripts, leaving leaves nothing in the history of the tab", async () => {
    const page = await openPage(browser);
    const referrers = [];
    await page.route("https://www.buienradar.nl/**", (route) => {
      referrers.push(route.request().headers().referer);
      return route.fulfill({ body: "<title>Regen</title>Regen", contentType: "text/html" });
    });
    await page.goto("about:blank");
    await page.goto(at("nl"));
    await page.getByRole("link", { name: "Русский" }).click();
    await page.waitForURL(at("ru"));
    await page.getByRole("link", { name: "Заполнить форму" }).click();
    await page.waitForURL(at("ru", "/formulier"));
    await page.locator("main form button").click();
    await page.locator(".error-summary").waitFor();
    await page.locator("#wat").fill(TEXT);
    await page.locator("input[value=anoniem]").check();
    await page.locator("main form button").click();
    await page.locator(".code-words").waitFor();
    await page.locator("[data-leave]").click();
    await page.waitForURL("https://www.buienradar.nl/");
    assert.deepEqual(referrers, [undefined]);
    const seen = [];
    while ((await page.evaluate(() => location.href)) !== "about:blank" && seen.length < 10) {
      seen.push(page.url());
      await page.goBack({ waitUntil: "commit" }).catch(() => null);
    }
    assert.deepEqual(seen, ["https://www.buienradar.nl/"], "steps back that lead to our pages");
  });
});
