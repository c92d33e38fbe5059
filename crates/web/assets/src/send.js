// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// Sends a form until it is acknowledged. The form's own identifier sees to it that a second arrival makes no second report.

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;
const PATIENCE_MS = 120_000;

/** Gives the reference of the report; null when it is too large. Leaves the page when the server has something to say about the answers. */
export async function send(form, say) {
  const body = new FormData(form);
  let pause = FIRST_PAUSE_MS;
  say("Sending");
  for (;;) {
    const answer = await attempt(form.action, body);
    if (answer?.ok) return (await answer.json()).reference;
    if (answer?.status === 413) return null;
    if (answer?.type === "opaqueredirect" || answer?.status === 403) {
      // Logged out meanwhile: the draft stays, and goes on by itself when the form is opened again.
      say("LogIn");
      return new Promise(() => {});
    }
    if (answer && answer.status < 500 && answer.status !== 408 && answer.status !== 429) {
      form.inert = false;
      form.submit();
      return new Promise(() => {});
    }
    say("Unsent");
    await rest(pause);
    pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
  }
}

async function attempt(action, body) {
  try {
    const headers = { accept: "application/json" };
    return await fetch(action, { method: "POST", body, headers, redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    return null;
  }
}

/** Waits, but no longer than until there is a connection again. */
function rest(pause) {
  return new Promise((resolve) => {
    const timer = setTimeout(done, pause);
    function done() {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      resolve();
    }
    window.addEventListener("online", done);
  });
}
