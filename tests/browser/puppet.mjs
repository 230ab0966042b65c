// Chromium and Firefox, as engines.mjs wants them, through puppeteer-core.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { TimeoutError } from 'puppeteer-core';
import { SilentPage, removeFolder } from './engines.mjs';

const kChromiumFlags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

function launchOptions(name, dark, userDataDir) {
  if (name === 'chromium') {
    return { executablePath: '/usr/bin/chromium', headless: true, args: kChromiumFlags, userDataDir };
  }
  return {
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    extraPrefsFirefox: { 'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1 },
  };
}

export async function open(name, { dark = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  const browser = await puppeteer.launch({ ...launchOptions(name, dark, folder), env: { ...process.env, TMPDIR: folder } });
  const version = await browser.version();
  let { page, devtools } = await openTab(browser, name, dark);
  return {
    name,
    version,
    get devtools() {
      return devtools;
    },
    renew: name === 'chromium' && (async () => {
      const lost = page;
      ({ page, devtools } = await openTab(browser, name, dark));
      await page.setViewport(lost.viewport());
      lost.close().catch(() => {}); // a lost tab may not answer this either
    }),
    goto: (url) => goto(page, url),
    reload: () => page.reload({ waitUntil: 'domcontentloaded' }),
    evaluate: (fn, ...args) => page.evaluate(fn, ...args),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    click: (selector) => page.click(selector),
    hover: (selector) => page.hover(selector),
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: (path, { whole = false } = {}) => page.screenshot({ path, fullPage: whole }),
    async newTab() {
      const tab = await browser.newPage();
      return { goto: (url) => goto(tab, url), evaluate: (fn, ...args) => tab.evaluate(fn, ...args), close: () => tab.close() };
    },
    async close() {
      await browser.close();
      removeFolder(folder);
    },
  };
}

async function openTab(browser, name, dark) {
  const page = await browser.newPage();
  if (name !== 'chromium') return { page };
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
  return { page, devtools: await page.createCDPSession() };
}

async function goto(page, url) {
  try {
    await page.goto(url, { waitUntil: 'domcontentloaded' });
  } catch (error) {
    if (error instanceof TimeoutError) throw new SilentPage(`no answer while opening ${url}`);
    throw error;
  }
}
