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
