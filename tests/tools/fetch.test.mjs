import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const kCmake = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'cmake');
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-fetch-'));
after(() => rmSync(folder, { recursive: true }));

// Only these programs are found, so that no package archive is asked.
const programs = join(folder, 'bin');
mkdirSync(programs);
for (const name of ['cmake', 'patch', 'ninja', 'sh']) {
  const found = process.env.PATH.split(delimiter).map((at) => join(at, name)).find((file) => existsSync(file));
  symlinkSync(found, join(programs, name));
}

// An upstream archive of one file, `thing-1.0/text`.
const upstream = join(folder, 'upstream');
mkdirSync(join(upstream, 'thing-1.0'), { recursive: true });
writeFileSync(join(upstream, 'thing-1.0', 'text'), 'one\ntwo\n');
spawnSync('tar', ['czf', 'thing.tar.gz', 'thing-1.0'], { cwd: upstream });
const archive = readFileSync(join(upstream, 'thing.tar.gz'));
const hash = createHash('sha256').update(archive).digest('hex');

let project;
let cache;
let count = 0;
beforeEach(() => {
  project = join(folder, `project-${(count += 1)}`);
  cache = join(project, 'cache');
  mkdirSync(join(project, 'cmake', 'patches'), { recursive: true });
  mkdirSync(cache);
});

function configure({ expected = hash, url = `file://${join(upstream, 'thing.tar.gz')}` } = {}) {
  writeFileSync(join(project, 'CMakeLists.txt'), `
    cmake_minimum_required(VERSION 3.22)
    project(thing NONE)
    include("${kCmake}/fetch.cmake")
    broadsheet_fetch(thing VERSION 1.0 DEBIAN thing SHA256 ${expected} URL ${url})
    file(READ "\${thing_SOURCE}/text" text)
    message(STATUS "text is \${text}")
  `);
  return spawnSync(join(programs, 'cmake'), ['-G', 'Ninja', '-S', project, '-B', join(project, 'out')], {
    encoding: 'utf8',
    env: { PATH: programs, BROADSHEET_CACHE: cache },
  });
}

function writePatch(text) {
  writeFileSync(join(project, 'cmake', 'patches', 'thing-01-text.patch'),
    `--- a/text\n+++ b/text\n@@ -1,2 +1,2 @@\n one\n-two\n+${text}\n`);
}

test('a source is fetched from upstream where there is no Debian, and kept', () => {
  assert.match(configure().stdout, /text is one\ntwo/);
  assert.deepEqual(readFileSync(join(cache, 'thing-1.0.tar.gz')), archive);
  rmSync(join(project, 'build'), { recursive: true });
  assert.match(configure({ url: 'file:///nowhere' }).stdout, /text is one\ntwo/);
});

test('a wrong hash stops, names file, expected and got, and says what to do', () => {
  const wrong = 'ab'.repeat(32);
  const { status, stderr } = configure({ expected: wrong });
  assert.notEqual(status, 0);
  assert.match(stderr, /wrong hash/);
  assert.match(stderr, new RegExp(`file: +${join(cache, 'thing-1.0.tar.gz')}`));
  assert.match(stderr, new RegExp(`expected: ${wrong}`));
  assert.match(stderr, new RegExp(`got: +${hash}`));
  assert.match(stderr, /Delete the file and configure again/);
  assert.ok(!existsSync(join(cache, 'thing-1.0.tar.gz')));
});

test('a damaged file in the cache stops too', () => {
  writeFileSync(join(cache, 'thing-1.0.tar.gz'), 'damaged');
  const { status, stderr } = configure();
  assert.notEqual(status, 0);
  assert.match(stderr, /wrong hash/);
});

test('an unreachable source says which places were tried', () => {
  const { status, stderr } = configure({ url: 'file:///nowhere/thing.tar.gz' });
  assert.notEqual(status, 0);
  assert.match(stderr, /cannot fetch thing/);
  assert.match(stderr, /file:\/\/\/nowhere/);
});

test('patches are applied, and again when they change', () => {
  writePatch('three');
  assert.match(configure().stdout, /text is one\nthree/);
  writePatch('four');
  assert.match(configure().stdout, /text is one\nfour/);
  assert.equal(readdirSync(join(project, 'build', 'deps')).filter((name) => name.startsWith('thing-')).length, 2);
});

test('a patch that does not apply stops', () => {
  writeFileSync(join(project, 'cmake', 'patches', 'thing-01-text.patch'),
    '--- a/text\n+++ b/text\n@@ -1,2 +1,2 @@\n other\n-two\n+three\n');
  const { status, stderr } = configure();
  assert.notEqual(status, 0);
  assert.match(stderr, /does not apply/);
});
