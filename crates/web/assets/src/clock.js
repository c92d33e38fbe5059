// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// A quiet clock: `<span data-clock></span>` shows the time. With `data-since="2026-12-01T14:00:00Z"` the minutes since then follow.
// It is no live region: nobody wants it read aloud.

/** @param {Document} document */
export function startClock(document) {
  const clocks = [...document.querySelectorAll("[data-clock]")];
  if (clocks.length === 0) return;
  const tick = () => clocks.forEach((clock) => (clock.textContent = clockText(new Date(), clock.dataset.since)));
  tick();
  setInterval(tick, 10_000);
}

/** How long the table is at one thing: `<span data-elapsed="2026-12-01T14:00:00Z" data-say="bij dit signaal">`. */
export function startElapsed(document) {
  const clocks = [...document.querySelectorAll("[data-elapsed]")];
  if (clocks.length === 0) return;
  const minutes = (since) => Math.max(0, Math.floor((Date.now() - Date.parse(since)) / 60_000));
  const tick = () => clocks.forEach(({ dataset }, place) => (clocks[place].textContent = `${minutes(dataset.elapsed)} min ${dataset.say}`));
  tick();
  setInterval(tick, 10_000);
}

/**
 * @param {Date} now
 * @param {string | undefined} since
 */
export function clockText(now, since) {
  const time = now.toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
  const start = since ? Date.parse(since) : Number.NaN;
  if (Number.isNaN(start)) return time;
  return `${time} · ${Math.max(0, Math.floor((now.getTime() - start) / 60_000))} min`;
}
