// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// Finds the pages that somebody can reach by links, one or a few of each kind.

/** The kind of a page: its path with every identifier left out, and the names of what it asks. */
export function kindOf(href) {
  const { pathname, searchParams } = new URL(href);
  const path = pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "{}").replace(/\/\d+(?=\/|$)/g, "/#");
  const asked = [...searchParams].map(([key, value]) => (value.length > 12 ? key : `${key}=${value}`));
  return [path, ...asked.sort()].join(" ");
}

/** Links of this page to other pages of the same program; files and the choice of language are no pages. */
export function linksOf(page) {
  return page.locator("a[href]:not([download])").evaluateAll((links) =>
    links
      .map((link) => new URL(link.href))
      .filter((url) => url.origin === location.origin && !url.searchParams.has("taal"))
      .map((url) => {
        url.hash = "";
        return url.href;
      }),
  );
}

/**
 * Walks from the page that is open and calls `visit` on each.
 * @param {import("playwright-core").Page} page
 * @param {(page: import("playwright-core").Page) => Promise<void>} visit
 * @param {(kind: string) => number} most how many pages of a kind
 * @returns {Promise<string[]>} the addresses that were visited
 */
export async function walk(page, visit, most = () => 1) {
  const seen = new Map();
  const visited = [];
  const queue = [page.url()];
  const known = new Set(queue);
  while (queue.length > 0) {
    const href = queue.shift();
    const kind = kindOf(href);
    if ((seen.get(kind) ?? 0) >= most(kind)) continue;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    await page.goto(href);
    visited.push(href);
    await visit(page);
    for (const link of await linksOf(page)) {
      if (known.has(link)) continue;
      known.add(link);
      queue.push(link);
    }
  }
  return visited;
}
