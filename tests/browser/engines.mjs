// One page over three engines. open('chromium' | 'firefox' | 'webkit', {dark}) -> a page with
//   goto(url)  reload()  evaluate(fn, ...args)  type(text)  press(key)  click(selector)  hover(selector)
//   resize(width, height)  screenshot(file)  close()   and name, version.
// Keys go to what has the focus. Only Chromium has more: `devtools`, a session of its protocol, and renew(), which
// puts another tab in the place of the page. It and Firefox have newTab() -> {goto, evaluate, close}, with a process
// of its own.
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const kProbePatience_ms = 5000;
const kMostSilences = 3;

/** Says that a page answers nothing, again and again, neither yes nor no. */
export class SilentPage extends Error {}

/** What `probe` answers; an engine that changes documents may lose a question, so not for ever. */
async function answer(probe) {
  const stop = new AbortController();
  const late = pause(kProbePatience_ms, undefined, { signal: stop.signal }).then(() => {
    throw new SilentPage('no answer from the page');
  });
  late.catch(() => {});
  try {
    return await Promise.race([probe(), late]);
  } finally {
    stop.abort();
  }
}

/**
 * Asks `probe` until it gives something true, which is returned. A failing probe counts as false; a page that has
 * not answered several times running is given up as a SilentPage.
 */
export async function until(probe, what, patience_ms = 30_000) {
  const end = performance.now() + patience_ms;
  let last;
  let silences = 0;
  do {
    try {
      last = await answer(probe);
      if (last) return last;
      silences = 0;
    } catch (error) {
      last = error; // a page between two documents cannot answer
      silences = error instanceof SilentPage ? silences + 1 : 0;
      if (silences === kMostSilences) throw new SilentPage(`no answer from the page while waiting for ${what}`);
    }
    await pause(25);
  } while (performance.now() < end);
  throw new Error(`waited ${patience_ms} ms for ${what}; last seen: ${last?.message ?? JSON.stringify(last)}`);
}

/** Removes what an engine kept for itself; one of its processes may still be writing there, then it stays. */
export function removeFolder(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  } catch (error) {
    console.log(`# ${folder} stays: ${error.message}`);
  }
}

export async function open(name, options = {}) {
  const engine = name === 'webkit' ? await import('./webkit.mjs') : await import('./puppet.mjs');
  return engine.open(name, options);
}
