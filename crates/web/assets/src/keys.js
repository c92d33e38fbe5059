// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// Keys: `data-hotkey="s"` on a link, button or radio; `data-key-list` on a list whose links j and k walk; Ctrl+Enter sends the
// form one is in. Single keys can be switched off (WCAG 2.1.4) with a `<button data-toggle-keys hidden>` in the account menu.

const OFF = "meldroute-keys-off";

/** @param {Document} document */
export function startKeys(document) {
  document.addEventListener("keydown", onKey);
  document.querySelectorAll("[data-toggle-keys]").forEach((button) => {
    button.hidden = false;
    button.setAttribute("aria-pressed", String(keysOn()));
    button.addEventListener("click", () => {
      setKeys(!keysOn());
      button.setAttribute("aria-pressed", String(keysOn()));
    });
  });
}

function onKey(event) {
  if (event.defaultPrevented || event.isComposing) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.target.form?.requestSubmit();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (!keysOn()) return;
  if (walk(event.key) || press(event.key)) event.preventDefault();
}

function isTyping(element) {
  return element.matches("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=submit])");
}

/** Moves the focus along a list; Enter then opens, as on any link. */
function walk(key) {
  const step = { j: 1, k: -1 }[key];
  const list = document.querySelector("[data-key-list]");
  if (!step || !list) return false;
  const links = [...list.querySelectorAll("a")];
  const focused = links.indexOf(document.activeElement);
  const at = focused >= 0 ? focused : links.findIndex((link) => link.hasAttribute("aria-current"));
  links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
  return true;
}

function press(key) {
  const target = document.querySelector(`[data-hotkey="${CSS.escape(key.toLowerCase())}"]`);
  if (!target || target.disabled || target.closest("[hidden]")) return false;
  target.click();
  if (target.type === "radio") target.form.querySelector("[data-reason]")?.focus();
  return true;
}

// Only this choice is kept in the browser: whether single keys are on.
function keysOn() {
  try {
    return localStorage.getItem(OFF) === null;
  } catch {
    return true;
  }
}

function setKeys(on) {
  try {
    if (on) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  } catch {
    // A browser that keeps nothing keeps the keys on.
  }
}
