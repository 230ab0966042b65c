// `broadsheet serve` with a stand-in for the command that publishes.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const kTools = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'tools');
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-serve-posts-'));
after(() => rmSync(folder, { recursive: true }));

const command = join(folder, 'command');
writeFileSync(command, `#!${process.execPath}
const { mkdirSync, readdirSync, writeFileSync } = require('node:fs');
mkdirSync('dist', { recursive: true });
writeFileSync('dist/index.html', '<head></head>');
writeFileSync('words', process.argv.slice(2).join(' '));
console.error('posts: ' + readdirSync('posts').join(' '));
process.exit(process.argv.includes('--strict') ? 1 : 0);
`, { mode: 0o755 });

/** A started `serve`: `says` waits for words on its output; `stop` ends it and gives all that it said. */
function start(name, ...args) {
  const cwd = join(folder, name);
  mkdirSync(join(cwd, 'posts'), { recursive: true });
  writeFileSync(join(cwd, 'posts', 'a.md'), '# a');
  const child = spawn(process.execPath, [join(kTools, 'serve_posts.mjs'), command, ...args], { cwd });
  let text = '';
  let look = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      look();
    });
  }
  const ended = new Promise((done) => { child.on('close', done); });
  const says = (words) => new Promise((done, failed) => {
    look = () => words.test(text) && done(words.exec(text));
    ended.then(() => failed(new Error(`it ended: ${text}`)));
    look();
  });
  const stop = async () => {
    child.kill();
    await ended;
    return text;
  };
  return { cwd, says, stop };
}

/** Waits until the events of an open page hold `words`. */
async function pageShows(url, words) {
  const leave = new AbortController();
  const events = await fetch(`${url}__reload`, { signal: leave.signal });
  let text = '';
  for await (const chunk of events.body) {
    text += new TextDecoder().decode(chunk);
    if (words.test(text)) break;
  }
  leave.abort();
  assert.match(text, words);
}

test('what the first run found is shown, with --strict too, and that the posts are gone', async () => {
  const { cwd, says, stop } = start('first', '--strict', '--port=0', '--jobs', '2');
  const [url] = await says(/http:\S+/);
  await pageShows(url, /data: "posts: a\.md"/);
  assert.equal(readFileSync(join(cwd, 'words'), 'utf8'), 'build --drafts --jobs 2');
  renameSync(join(cwd, 'posts'), join(cwd, 'away'));
  await says(/posts: there is no such folder any more; put it back/);
  await pageShows(url, /data: "posts: there is no such folder any more; put it back/);
  writeFileSync(join(cwd, 'away', 'b.md'), '# b');
  renameSync(join(cwd, 'away'), join(cwd, 'posts'));
  await says(/posts: a\.md b\.md/);
  await pageShows(url, /data: "posts: a\.md b\.md"/);
  assert.equal(readFileSync(join(cwd, 'words'), 'utf8'), 'build --drafts --jobs 2 --quick');
  await stop();
});

test('a port that is taken is told in the one line that says where the site is', async () => {
  const other = createServer();
  await new Promise((done) => { other.listen(0, '127.0.0.1', done); });
  const { port } = other.address();
  const { says, stop } = start('taken', '--port', String(port));
  await says(/Serving .*\n/);
  const said = await stop();
  other.close();
  assert.match(said, new RegExp(`Serving dist at http://127\\.0\\.0\\.1:\\d+/ \\(port ${port} is taken; `));
  assert.equal(said.match(/Serving/g).length, 1);
});

for (const [tool, ...words] of [['serve_posts.mjs', command], ['serve.mjs', 'dist']]) {
  for (const port of ['abc', '70000', '-1', '']) {
    test(`${tool} --port '${port}' is refused in a line, before anything is published`, () => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(kTools, tool), ...words, '--port', port], { encoding: 'utf8', cwd: folder });
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /^broadsheet: --port: '.*' is no port; name one from .*\n$/);
    });
  }
}
