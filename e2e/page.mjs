// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// What every browser test does: open a page as somebody, look whether it is accessible, take its picture.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import axe from "axe-core";

const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const NARROWEST = { width: 320, height: 640 };
const PATIENCE_MS = 10_000;
const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
const SCREENSHOTS = fileURLToPath(new URL("screenshots/", import.meta.url));

/** Errors in the console, of scripts and of the content policy, by page; `assertAccessible` reports them. */
const complaints = new WeakMap();

/**
 * A page with its own cookies.
 * @param {import("playwright-core").Browser} browser
 */
export async function openPage(browser, options = {}) {
  const context = await browser.newContext({ viewport: WIDE, locale: "nl-NL", timezoneId: "Europe/Amsterdam", ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const seen = [];
  complaints.set(page, seen);
  page.on("pageerror", (error) => seen.push(String(error)));
  page.on("console", (message) => {
    // A browser also calls it an error that a page answers 400, 404 or 409, as refusals do.
    if (message.type() === "error" && !/^Failed to load resource.*status of 4/.test(message.text())) seen.push(message.text());
  });
  return page;
}

/**
 * Opens a page and logs in with the button that the demo's log-in page has for a role.
 * @param {import("playwright-core").Browser} browser
 * @param {string} url of the demo
 * @param {string} role the value of the button, such as "coordinator"
 */
export async function logIn(browser, url, role, options = {}) {
  const page = await openPage(browser, options);
  await page.goto(url);
  await page.locator(`button.login-role[value="${role}"]`).click();
  await page.waitForLoadState();
  assert.equal(await page.locator("button.login-role").count(), 0, `the log-in as ${role} did not leave the log-in page`);
  return page;
}

/**
 * axe finds nothing, at both widths; nothing scrolls sideways; the console has no errors.
 * @param {import("playwright-core").Page} page
 */
export async function assertAccessible(page) {
  const where = new URL(page.url()).pathname;
  assert.notEqual(await page.title(), "", `${where} has no title`);
  await page.evaluate(axe.source);
  for (const size of [WIDE, PHONE]) {
    await page.setViewportSize(size);
    const { violations, incomplete } = await page.evaluate(lookWithAxe, STANDARD);
    assert.deepEqual([...violations.flatMap(lines), ...invisibleTexts(incomplete)], [], `axe on ${where} at ${size.width} px`);
  }
  for (const size of [PHONE, NARROWEST]) {
    await page.setViewportSize(size);
    assert.deepEqual(await page.evaluate(widerThanPage), [], `${where} scrolls sideways at ${size.width} px`);
  }
  await page.setViewportSize(WIDE);
  assert.deepEqual(complaints.get(page) ?? [], [], `errors in the console on ${where}`);
}

/** Runs in the page. */
function lookWithAxe(tags) {
  return globalThis.axe.run({ runOnly: tags, resultTypes: ["violations", "incomplete"] });
}

function lines({ id, nodes }) {
  return nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary}`);
}

/** Text in the very colour of its ground: axe calls that "incomplete", we call it broken. */
function invisibleTexts(incomplete) {
  return incomplete
    .filter(({ id }) => id === "color-contrast")
    .flatMap(({ nodes }) => nodes)
    .filter(({ any }) => any.some(({ data }) => data?.messageKey === "equalRatio"))
    .map((node) => `invisible text: ${node.target.join(" ")}`);
}

/** Runs in the page: what sticks out, if the page is wider than its window. */
function widerThanPage() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > width + 1)
    .map((element) => `${element.localName}.${element.className}`)
    .slice(0, 5);
}

/**
 * Pictures of the whole page at both widths, in e2e/screenshots/ (not in git).
 * @param {import("playwright-core").Page} page
 * @param {string} name of the picture; never anything of a person
 */
export async function shot(page, name) {
  await mkdir(SCREENSHOTS, { recursive: true });
  for (const size of [WIDE, PHONE]) {
    await page.setViewportSize(size);
    await page.screenshot({ path: `${SCREENSHOTS}${name}-${size.width}.png`, fullPage: true });
  }
  await page.setViewportSize(WIDE);
}
