// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

// A demo installation of its own for each test file: fresh data in a temporary folder, gone afterwards.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const BINARY = process.env.MELDROUTE ?? fileURLToPath(new URL("../target/debug/meldroute", import.meta.url));
const PATIENCE_MS = 120_000;

/**
 * Starts `meldroute demo` and waits until it answers.
 * @returns {Promise<{ url: string, data: string, binary: string, output: () => string, stop: () => Promise<void> }>}
 */
export async function startDemo() {
  const data = await mkdtemp(join(tmpdir(), "meldroute-e2e-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(BINARY, ["demo", "--port", String(port), "--data", data], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  let failure = null;
  child.on("error", (error) => (failure = error));

  const running = () => failure === null && child.exitCode === null && child.signalCode === null;
  const stop = async () => {
    if (running()) {
      child.kill("SIGTERM");
      const gone = once(child, "exit");
      if ((await Promise.race([gone, pause(10_000, "stuck")])) === "stuck") {
        child.kill("SIGKILL");
        await gone;
      }
    }
    await rm(data, { recursive: true, force: true });
  };

  const deadline = Date.now() + PATIENCE_MS;
  while (!(await answers(url))) {
    if (!running() || Date.now() > deadline) {
      await stop();
      throw new Error(`meldroute demo did not answer at ${url}. ${failure?.message ?? ""}\n${output}`);
    }
    await pause(100);
  }
  return { url, data, binary: BINARY, output: () => output, stop };
}

async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5_000) })).status < 500;
  } catch {
    return false;
  }
}

async function freePort() {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
