// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// What the one does who got something: a task, an inspection, a hand-over, a request for care.

/** Opens, from the own work list, what belongs to the signal with this number. */
export async function openTask(page, number) {
  await page.getByRole("link", { name: "Vandaag", exact: true }).click();
  await page.locator("tbody tr", { hasText: number }).locator("th a").first().click();
}

/** Takes a step, and says what is to be said with it. */
export async function answer(page, step, words) {
  const button = page.getByRole("button", { name: step, exact: true });
  if (words) await page.locator("form", { has: button }).getByRole("textbox").fill(words);
  await button.click();
}
