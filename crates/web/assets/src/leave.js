// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// The public pages work without this. With it they keep one place in the tab's history, and leaving takes that place away, too.

/** Empties the page at once, also where the next one is slow, and puts the other site in its place in the history. */
function leaveNow(href) {
  document.documentElement.replaceChildren();
  location.replace(href);
}

/** A link to another of these pages takes its place in the history. */
function follow(event) {
  const link = event.target.closest("a[href]");
  const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || elsewhere || link.getAttribute("href").startsWith("#")) return;
  const leaves = link.hasAttribute("data-leave");
  if (!leaves && link.origin !== location.origin) return;
  event.preventDefault();
  if (leaves) leaveNow(link.href);
  else location.replace(link.href);
}

/** A form is sent without a new place in the history; where that fails, the browser sends it as without script. */
async function send(event) {
  event.preventDefault();
  const form = event.target;
  if (form.dataset.sending) return;
  form.dataset.sending = "yes";
  try {
    const fields = new FormData(form);
    // In the form's own way: as text, a photo would be lost.
    const body = form.enctype === "multipart/form-data" ? fields : new URLSearchParams(fields);
    const answer = await fetch(location.href, { method: "POST", body });
    show(await answer.text());
  } catch {
    form.submit();
  }
}

function show(html) {
  const next = new DOMParser().parseFromString(html, "text/html");
  document.replaceChild(document.adoptNode(next.documentElement), document.documentElement);
  scrollTo(0, 0);
  (document.querySelector(".error-summary") ?? document.querySelector("main"))?.focus();
}

document.addEventListener("click", follow);
document.addEventListener("submit", send);
