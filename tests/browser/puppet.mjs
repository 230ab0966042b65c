// Chromium and Firefox, as engines.mjs wants them, through puppeteer-core.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { removeFolder } from './engines.mjs';

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
  const page = await browser.newPage();
  if (name === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
  return {
    name,
    version: await browser.version(),
    devtools: name === 'chromium' ? await page.createCDPSession() : undefined,
    goto: (url) => page.goto(url, { waitUntil: 'domcontentloaded' }),
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
      return { goto: (url) => tab.goto(url, { waitUntil: 'domcontentloaded' }), evaluate: (fn, ...args) => tab.evaluate(fn, ...args), close: () => tab.close() };
    },
    async close() {
      await browser.close();
      removeFolder(folder);
    },
  };
}
