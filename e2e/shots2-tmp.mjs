import { startDemo } from "./demo.mjs"; import { startBrowser } from "./browser.mjs"; import { logIn } from "./page.mjs";
const demo = await startDemo(); const browser = await startBrowser();
try {
  const p = await logIn(browser, demo.url, "privacy");
  await p.goto(`${demo.url}/privacy/deelmatrix`);
  for (const w of [1280, 390]) { await p.setViewportSize({width: w, height: 1100}); await p.screenshot({path: `/tmp/shots/m-${w}.png`}); }
} finally { await browser.close(); await demo.stop(); }
