// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// Sealed drafts in this browser's IndexedDB: the answers and the photos each in a record of their own, so that typing does not seal the
// photos anew.

const DATABASE = "meldroute-drafts";
const STORE = "drafts";
/** Says, at once and on any page, that something is kept here; holds nothing itself. */
const MARK = "meldroute-drafts";
const LIFE_MS = 24 * 60 * 60 * 1000;

/** Where the draft of a form is kept and with which keys; null where this browser can't seal or keep. */
export async function addressOf(form) {
  const { draft, key, keyBefore } = form.dataset;
  try {
    const database = await open();
    const keys = await Promise.all([key, keyBefore].map(imported));
    return { database, name: draft, keys, files: null };
  } catch {
    return null;
  }
}

/** Keeps answers and files; gives whether that worked. */
export async function keep(address, answers, files, sending) {
  try {
    localStorage.setItem(MARK, "1");
    const mark = files.map((file) => `${file.name} ${file.size} ${file.lastModified}`).join("\n");
    if (address.files !== mark) {
      const sealed = [];
      for (const file of files) sealed.push({ ...(await seal(address, await file.arrayBuffer())), size: file.size });
      await put(address.database, { name: `${address.name}/files`, at: Date.now(), sealed });
      address.files = mark;
    }
    const names = files.map((file) => [file.name, file.type]);
    const box = await seal(address, new TextEncoder().encode(JSON.stringify({ answers, names })));
    await put(address.database, { name: address.name, at: Date.now(), sending, ...box });
    return true;
  } catch {
    return false;
  }
}

/** What was kept: answers, files and whether it was being sent. What can't be opened is erased. */
export async function kept(address) {
  try {
    const record = await get(address.database, address.name);
    if (!record) return null;
    const { answers, names } = JSON.parse(new TextDecoder().decode(await unseal(address, record)));
    const stored = await get(address.database, `${address.name}/files`);
    const files = [];
    for (const [place, box] of (stored?.sealed ?? []).entries()) {
      const [name, type] = names[place] ?? ["", ""];
      files.push(new File([await unseal(address, box)], name, { type }));
    }
    return { answers, files, sending: record.sending };
  } catch {
    await erase(address);
    return null;
  }
}

/** Whether a draft may be kept in this browser. */
export function somethingIsKept() {
  try {
    return localStorage.getItem(MARK) !== null;
  } catch {
    return false;
  }
}

/** Erases one draft. */
export async function erase(address) {
  const store = address.database.transaction(STORE, "readwrite").objectStore(STORE);
  await Promise.all([address.name, `${address.name}/files`].map((name) => finished(store.delete(name))));
  address.files = null;
}

/** Erases every draft; asks first where one still waits to be sent. Gives whether it was done. */
export async function eraseAll(ask) {
  try {
    const database = await open();
    const all = await finished(objects(database).getAll());
    if (all.some((record) => record.sending) && !ask()) return false;
    await finished(objects(database, "readwrite").clear());
    localStorage.removeItem(MARK);
  } catch {
    // A browser that keeps nothing has nothing to erase.
  }
  return true;
}

/** Erases what is older than a day, on whichever page somebody is. */
export async function sweep() {
  try {
    if (!somethingIsKept()) return;
    const database = await open();
    const old = (await finished(objects(database).getAll())).filter((record) => record.at < Date.now() - LIFE_MS);
    for (const record of old) await finished(objects(database, "readwrite").delete(record.name));
    database.close();
  } catch {
    // Nothing can be kept here, so nothing is too old.
  }
}

function open() {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "name" });
  return finished(request);
}

function objects(database, mode = "readonly") {
  return database.transaction(STORE, mode).objectStore(STORE);
}

function put(database, record) {
  return finished(objects(database, "readwrite").put(record));
}

function get(database, name) {
  return finished(objects(database).get(name));
}

function finished(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function imported(hex) {
  const bytes = Uint8Array.from(hex.match(/../g), (pair) => Number.parseInt(pair, 16));
  return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
}

async function seal({ keys: [key] }, bytes) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, box: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, bytes) };
}

async function unseal({ keys: [today, yesterday] }, { iv, box }) {
  const open = (key) => crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, box);
  return open(today).catch(() => open(yesterday));
}
