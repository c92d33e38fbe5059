// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// A sitting on the screen. What others at the table decide shows by itself; a decision that is being typed outlives a connection that
// drops: it is kept in this browser, sealed, until the server says that it was taken (see keep.js), and goes on when there is a line
// again. The form's own mark sees to it that a second arrival decides nothing twice.

import { answersOf, fillFields } from "./draft.js";
import { addressOf, erase, keep, kept } from "./keep.js";

const POLL_MS = 4_000;
const PAUSE_MS = 400;
const RETRY_MS = 3_000;
/** Who does nothing for so long looks at no meeting any more; the session must be able to end. */
const ASLEEP_MS = 15 * 60_000;

/** @param {Document} document */
export async function startSitting(document) {
  const main = document.querySelector("[data-stand]");
  if (!main) return;
  watch(document, main);
  const form = document.querySelector("form[data-decision]");
  await dropDecided(document, form);
  if (form) await startDecision(document, main, form);
}

/** Asks how the meeting stands, and says so when somebody else dealt with this signal. */
function watch(document, main) {
  const said = document.querySelector("[data-stand-said]");
  const progress = document.querySelector("progress");
  let touched = Date.now();
  for (const kind of ["keydown", "pointerdown", "input"]) document.addEventListener(kind, () => (touched = Date.now()));
  const ask = async () => {
    if (document.hidden || Date.now() - touched > ASLEEP_MS) return true;
    const answer = await fetch(main.dataset.stand, { redirect: "manual" }).catch(() => null);
    if (!answer) return true;
    if (!answer.ok) return false;
    const { revision, done, first } = await answer.json();
    if (String(revision) === main.dataset.revision) return true;
    main.dataset.revision = revision;
    if (progress) progress.value = done;
    if (first && document.querySelector("form[data-decision]")) {
      said.querySelector("p").textContent = first;
      said.hidden = false;
    }
    return true;
  };
  const timer = setInterval(async () => {
    if (!(await ask())) clearInterval(timer);
  }, POLL_MS);
}

async function startDecision(document, main, form) {
  const state = document.querySelector("[data-draft-state]");
  const say = (name) => {
    state.hidden = false;
    state.dataset.state = name;
    state.textContent = form.dataset[`say${name}`];
  };
  const address = await addressOfDecision(form, form.dataset.decision);
  if (address) {
    const found = await kept(address);
    const untouched = !document.querySelector(".error-summary") && form.elements.reason.value === form.elements.reason.defaultValue;
    if (found && untouched) {
      fillFields(form, found.answers);
      form.elements.reason.dispatchEvent(new Event("change", { bubbles: true }));
      say("Restored");
    }
    let timer = 0;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => keep(address, answersOf(form), [], false), PAUSE_MS);
    };
    form.addEventListener("input", later);
    form.addEventListener("change", later);
  }
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (address) await keep(address, answersOf(form), [], false);
    while (!(await connected(main))) {
      say("Unsent");
      await rest();
    }
    form.submit();
  });
}

/** The draft of a decision that the server took is not needed any more. */
async function dropDecided(document, form) {
  const number = document.querySelector("[data-decided]")?.dataset.decided;
  if (!number || !form) return;
  const address = await addressOfDecision(form, number);
  if (address) await erase(address).catch(() => {});
}

async function addressOfDecision(form, number) {
  const address = await addressOf(form);
  return address && { ...address, name: `${address.name}-${number}` };
}

async function connected(main) {
  const answer = await fetch(main.dataset.stand, { redirect: "manual", cache: "no-store" }).catch(() => null);
  return answer !== null && answer.status < 500;
}

function rest() {
  return new Promise((resolve) => {
    const timer = setTimeout(done, RETRY_MS);
    function done() {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      resolve();
    }
    window.addEventListener("online", done);
  });
}
