// A run that is killed, at whatever moment, leaves the old site whole or the new one.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { build, digest, listFiles, native, scratch, startBuild } from './folders.mjs';

const POSTS = 300;
const ROUNDS = 24;

function writePosts(folder, word) {
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < POSTS; i++) {
    const text = `---\ntitle: ${word} ${i}\ndate: 2026-01-01\ntags: [${word}]\n---\n${`${word} ${i}.\n\n`.repeat(20)}`;
    writeFileSync(join(folder, `${i}.md`), text);
  }
}

test('a killed run leaves a whole site', async (context) => {
  const folder = scratch(context);
  const out = join(folder, 'site');
  const sites = new Map();
  let longest = 0;
  for (const word of ['old', 'new']) {
    writePosts(join(folder, word), word);
    const start = performance.now();
    build(native, ['--posts', join(folder, word), '--out', out]);
    longest = Math.max(longest, performance.now() - start);
    sites.set(digest(out), word);
  }
  let killed = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const run = startBuild(native, ['--posts', join(folder, round % 2 ? 'new' : 'old'), '--out', out]);
    const ended = once(run, 'exit');
    await Promise.race([pause((longest * (round + 0.5)) / ROUNDS), ended]);
    run.kill('SIGKILL');
    const [, signal] = await ended;
    if (signal === 'SIGKILL') killed++;
    else longest = Math.min(longest, performance.now() - start); // the first runs may have been slow ones
    assert.ok(sites.has(digest(out)), `round ${round}: the site is neither the old one nor the new`);
  }
  assert.ok(killed > ROUNDS / 4, `only ${killed} runs were stopped before their end`);
  build(native, ['--posts', join(folder, 'new'), '--out', out]);
  assert.equal(sites.get(digest(out)), 'new');
  assert.deepEqual(listFiles(`${out}.next`), []);
});
