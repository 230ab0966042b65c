// Scripts of other hosts: let in where site.json names them, as comments of a service are, and nowhere else.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Host } from '../host.mjs';
import { Reader } from '../reader.mjs';
import { buildCommand } from '../sites.mjs';

/** What such a service sends: it puts a frame of its own behind its script. */
const kClient = `const script = document.currentScript;
const frame = document.createElement('iframe');
frame.src = new URL('/frame.html', script.src);
script.after(frame);`;

/** The writer's script, as docs/site.md has it. */
const comments = (origin) => `document.addEventListener('broadsheet:view', ({ detail }) => {
  if (detail.view !== 'article') return;
  const script = document.createElement('script');
  script.src = '${origin}/client.js';
  document.querySelector('.post-footer').append(script);
});`;

export function define(desk) {
  describe('scripts of another host', () => {
    let folder;
    let service;
    let origin;
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'broadsheet-hosts-'));
      service = createServer(({ url }, response) => {
        response.setHeader('content-type', url === '/client.js' ? 'text/javascript' : 'text/html');
        response.end(url === '/client.js' ? kClient : '<!doctype html><html lang="en"><title>Talk</title><p>No comments yet</p></html>');
      });
      await new Promise((resolve) => service.listen(0, '127.0.0.1', resolve));
      origin = `http://127.0.0.1:${service.address().port}`;
    });
    after(() => {
      service.close();
      service.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    });

    /** A reader of a site with those settings. */
    async function visit(name, settings) {
      const posts = join(folder, name);
      mkdirSync(posts);
      const files = { 'a.md': '# A\n\nText.\n', 'head.html': '<script type="module" src="/posts/comments.js"></script>', 'comments.js': comments(origin), 'site.json': JSON.stringify(settings) };
      for (const [path, text] of Object.entries(files)) writeFileSync(join(posts, path), text);
      const [program, ...args] = buildCommand(posts, `${posts}.out`, '/');
      execFileSync(program, [...args, '--fresh'], { stdio: 'ignore' });
      const { page } = await desk.reader('blog', { base: '/blog/' });
      return new Reader(page, await new Host(`${posts}.out`).start());
    }

    test('run where they are named, and are gone with the view', async () => {
      const reader = await visit('named', { hosts: { scripts: [origin], frames: [origin] } });
      await reader.open('posts/a/', 'article');
      await reader.has('.post-footer iframe');
      await reader.isCalm();
      await reader.evaluate(() => document.querySelector('.masthead a').click());
      await reader.shows('home');
      assert.equal(await reader.count('iframe'), 0);
      await reader.host.stop();
    });

    test('do not run where they are not', async () => {
      const reader = await visit('not-named', {});
      await reader.open('posts/a/', 'article');
      await reader.sees(() => (sessionStorage.getItem('recorded') ?? '[]') !== '[]', 'the complaint');
      assert.equal(await reader.count('.post-footer iframe'), 0);
      await reader.complaints();
      await reader.host.stop();
    });
  });
}
