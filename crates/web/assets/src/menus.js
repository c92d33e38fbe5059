// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

/** Menus are native details; this closes an open one on Escape and on a click elsewhere. */
export function startMenus(document) {
  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.account[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" ? event.target.closest("details.account[open]") : null;
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
