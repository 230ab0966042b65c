// `broadsheet serve` as a writer sees it: the page follows the post, and says what is wrong with it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { buildCommand, siteFolder } from '../sites.mjs';

const kPost = 'the-long-walk.md';

/** The served copy of a site and of its posts; `stop` ends it. */
async function serve() {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-serve-'));
  const [posts, out] = [join(folder, 'posts'), join(folder, 'dist')];
  cpSync(join(siteFolder('root'), '../posts'), posts, { recursive: true });
  rmSync(join(posts, 'hostile.md')); // the only one with something to mend
  const [program, ...args] = buildCommand(posts, out, '/');
  const ended = (process) => new Promise((resolve) => process.once('exit', resolve));
  await ended(spawn(program, args, { stdio: 'ignore' }));
  const server = spawn('node', ['tools/serve.mjs', out, '--port', '8970', '--watch', posts, '--', program, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  const url = await new Promise((resolve, reject) => {
    server.once('exit', () => reject(new Error('the server ended')));
    server.stdout.on('data', (said) => {
      const found = /http:\S+/.exec(String(said));
      if (found) resolve(found[0]);
    });
  });
  const write = (path, change) => writeFileSync(join(posts, path), change(readFileSync(join(posts, path), 'utf8')));
  const stop = async () => {
    server.removeAllListeners('exit');
    server.kill();
    await ended(server);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { url, write, stop };
}

export function define(desk) {
  describe('broadsheet serve', () => {
    test('a saved post is shown where the reader was, and what is wrong with it until it is mended', async () => {
      const reader = await desk.reader('root', { base: '/' });
      const { url, write, stop } = await serve();
      try {
        await reader.page.resize(900, 600);
        await reader.page.goto(`${url}posts/the-long-walk/`);
        await reader.shows('article');
        const isSame = await reader.stay();
        await reader.evaluate(() => scrollTo({ top: 900, behavior: 'instant' }));
        await reader.sees(() => scrollY === 900, 'the place');

        write(kPost, (text) => text.replace('A kingfisher sat', 'Two kingfishers sat'));
        await reader.sees(() => document.querySelector('main')?.textContent.includes('Two kingfishers sat'), 'the new text');
        assert.equal(await isSame(), false);
        await reader.sees(() => Math.abs(scrollY - 900) < 2, 'the old place');
        assert.equal(await reader.count('body > pre'), 0);

        write(kPost, (text) => text.replace('[the harbour](harbour.md#lights)', '[the harbour](harbor.md)'));
        await reader.sees(() => /the-long-walk\.md:\d+: .*harbor\.md/.test(document.querySelector('body > pre[role=status]')?.textContent), 'what is wrong');
        await reader.sees(() => Math.abs(scrollY - 900) < 2, 'the old place again');
        write(kPost, (text) => text.replace('harbor.md', 'harbour.md'));
        await reader.sees(() => document.querySelector('main a[href$="/harbour/"]') && !document.querySelector('body > pre'), 'all well');
      } finally {
        await reader.page.goto(reader.host.url());
        await reader.page.resize(1000, 800);
        await stop();
      }
    });
  });
}
