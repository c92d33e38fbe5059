// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// The public pages work without this. With it they keep one place in the tab's history, and leaving takes that place away, too.

const leave = document.querySelector("[data-leave]");

/** Empties the page at once, also where the next one is slow, and puts the other site in its place in the history. */
function leaveNow(event) {
  event.preventDefault();
  const { href } = leave;
  document.documentElement.replaceChildren();
  location.replace(href);
}

/** Links to another of these pages take its place in the history. */
function stayInPlace(event) {
  const link = event.target.closest("a[href]");
  const other = event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || other || link.origin !== location.origin || link.getAttribute("href").startsWith("#")) return;
  event.preventDefault();
  location.replace(link.href);
}

leave?.addEventListener("click", leaveNow);
document.addEventListener("click", stayInPlace);
