// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

/** @param {Document} document */
export function startForms(document) {
  document.addEventListener("submit", sendOnce);
  document.addEventListener("change", (event) => showOutcomeFields(event.target.form));
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach(release);
    [...document.forms].forEach(showOutcomeFields);
  });
  [...document.forms].forEach(showOutcomeFields);
  document.querySelector(".error-summary")?.focus();
}

/** A second press on a slow line must not register a second report. */
function sendOnce(event) {
  const form = event.target;
  if (form.dataset.sent !== undefined) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "";
  // After this event, so that the pressed button still counts as the one that sent the form.
  setTimeout(() => submitButtons(form).forEach((button) => button.setAttribute("aria-disabled", "true")), 0);
}

/** Back in the browser's history shows the page as it was left. */
function release(form) {
  delete form.dataset.sent;
  submitButtons(form).forEach((button) => button.removeAttribute("aria-disabled"));
}

function submitButtons(form) {
  return [...form.elements].filter((element) => element.type === "submit");
}

/**
 * A fieldset with `data-for-outcome="inspection other-department"` is shown, and sent, only while one of these is the value of
 * the form's `outcome` (radios or a select). Without this script all are shown, each with a legend that names its outcome.
 */
function showOutcomeFields(form) {
  if (!form) return;
  const chosen = form.elements.outcome?.value ?? "";
  form.querySelectorAll("fieldset[data-for-outcome]").forEach((fields) => {
    const wanted = fields.dataset.forOutcome.split(" ").includes(chosen);
    fields.hidden = !wanted;
    fields.disabled = !wanted;
  });
}
