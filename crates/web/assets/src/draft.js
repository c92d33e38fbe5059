// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// What somebody types into a form with `data-draft` is kept in this browser until it is sent: sealed (AES-GCM) under a key that the page got
// for this person only, erased after sending, at logging out and after 24 hours. See send.js for sending.

import { addressOf, erase, eraseAll, keep, kept, somethingIsKept, sweep } from "./keep.js";
import { send } from "./send.js";

const PAUSE_MS = 400;

/** @param {Document} document */
export async function startDrafts(document) {
  watchLogOut(document);
  await sweep();
  const form = document.querySelector("form[data-draft]:not([data-decision])");
  if (form) await startDraft(form);
}

async function startDraft(form) {
  const state = document.getElementById("stand");
  const say = (name, more = "") => {
    state.hidden = false;
    state.dataset.state = name;
    state.textContent = `${form.dataset[`say${name}`]} ${more}`.trim();
  };
  const draft = { form, say, address: null, timer: 0, typed: false };
  const later = () => {
    draft.typed = true;
    if (!draft.address) return;
    clearTimeout(draft.timer);
    // What was typed since then is not kept yet.
    if (state.dataset.state === "Kept") state.dataset.state = "Keeping";
    draft.timer = setTimeout(() => store(draft, false), PAUSE_MS);
  };
  // Somebody in a hurry types before the browser has opened what it keeps.
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  startPlace(form, say);
  const address = await addressOf(form);
  if (!address) return say("NotKept");
  await restore(Object.assign(draft, { address }));
  if (draft.typed || typedBeforeScript(form)) later();
  form.addEventListener("submit", (event) => {
    // The server words what is missing.
    if (form.elements.what.value.trim() === "") return;
    event.preventDefault();
    clearTimeout(draft.timer);
    sendAndErase(draft);
  });
  const drop = form.querySelector("[data-drop-draft]");
  drop.hidden = false;
  drop.addEventListener("click", async () => {
    clearTimeout(draft.timer);
    await erase(draft.address);
    location.assign(form.action);
  });
}

/** What is being kept at this moment, and whether somebody logs out: nothing is kept after that. */
let storing = Promise.resolve();
let leaving = false;

function store(draft, sending) {
  storing = storing.then(async () => {
    if (leaving) return;
    const held = await keep(draft.address, answersOf(draft.form), [...draft.form.elements.photos.files], sending);
    if (!sending) draft.say(held ? "Kept" : "NotKept");
  });
  return storing;
}

async function sendAndErase(draft) {
  draft.form.inert = true;
  document.getElementById("stand").focus();
  await store(draft, true);
  const reference = await send(draft.form, draft.say);
  if (reference === null) {
    draft.form.inert = false;
    delete draft.form.dataset.sent;
    draft.form.querySelector("[aria-disabled]")?.removeAttribute("aria-disabled");
    return store(draft, false).then(() => draft.say("TooLarge"));
  }
  await erase(draft.address);
  draft.form.hidden = true;
  document.getElementById("verstuurd").hidden = false;
  draft.say("Sent", reference);
}

/** Puts back what was kept. A form that came back from the server keeps the server's answers: they are newer. */
async function restore(draft) {
  const found = await kept(draft.address);
  if (!found) return;
  const { form } = draft;
  const wrong = document.querySelector(".error-summary, [data-late]") !== null;
  const { value: typed, defaultValue } = form.elements.what;
  // Somebody begins anew, from a question for advice; what waits to be sent goes first.
  if (!found.sending && !wrong && defaultValue !== "") return;
  if (!wrong) {
    fillIn(form, found.answers);
    addTyped(form.elements.what, typed);
  }
  const files = new DataTransfer();
  found.files.forEach((file) => files.items.add(file));
  form.elements.photos.files = files.files;
  draft.say("Restored");
  if (found.sending && !wrong) await sendAndErase(draft);
}

export function answersOf(form) {
  return [...new FormData(form)].filter(([name, value]) => name !== "csrf" && typeof value === "string");
}

export function fillFields(form, answers) {
  for (const field of form.elements) {
    const given = answers.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === "radio" || field.type === "checkbox") field.checked = given.includes(field.value);
    else if (given.length > 0 && field.type !== "file") field.value = given[0];
  }
}

function fillIn(form, answers) {
  fillFields(form, answers);
  form.querySelectorAll("details").forEach((details) => {
    if (details.querySelector("input:checked")) details.open = true;
  });
  showPoint(form);
}

/** What was typed before the draft was back stands below it. */
function addTyped(field, typed) {
  if (!field.value.includes(typed)) field.value = `${field.value}\n${typed}`.trim();
}

function typedBeforeScript(form) {
  return [...form.querySelectorAll("textarea, input:not([type=hidden], [type=file])")].some(
    (field) => field.value !== field.defaultValue || (field.checked ?? false) !== (field.defaultChecked ?? false),
  );
}

/** The place of the device, as text; nobody else is asked. */
function startPlace(form, say) {
  const button = form.querySelector("[data-find-place]");
  if (!button || !navigator.geolocation) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    button.setAttribute("aria-busy", "true");
    const done = () => button.removeAttribute("aria-busy");
    const found = ({ coords }) => {
      done();
      form.elements.point.value = `${coords.latitude.toFixed(5)}, ${coords.longitude.toFixed(5)} (± ${Math.round(coords.accuracy)} m)`;
      showPoint(form);
      form.elements.point.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const none = () => {
      done();
      say("NoPlace");
    };
    navigator.geolocation.getCurrentPosition(found, none, { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 });
  });
}

function showPoint(form) {
  const part = form.querySelector("[data-point]");
  if (part) part.open ||= form.elements.point.value !== "";
}

/** Nothing stays behind on a shared device; what waits to be sent is not thrown away without a word. */
function watchLogOut(document) {
  const form = document.querySelector('form[action="/uitloggen"]');
  form?.addEventListener("submit", (event) => {
    if (!somethingIsKept()) return;
    event.preventDefault();
    leaving = true;
    storing
      .then(() => eraseAll(() => confirm(form.dataset.warn)))
      .then((erased) => {
        leaving = erased;
        if (erased) form.submit();
        else delete form.dataset.sent;
      });
  });
}
