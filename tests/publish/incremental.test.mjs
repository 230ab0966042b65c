// A run that takes over what has not changed makes the very site that a run from nothing makes.
import assert from 'node:assert/strict';
import { appendFileSync, chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build, digest, listFiles, native, scratch } from './folders.mjs';

const WORDS = 'heron river reed otter bridge lantern copper harbour winter orchard'.split(' ');
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** Writes a blog in which posts link to each other, have tags, parts, pictures and translations. */
function writeBlog(posts) {
  mkdirSync(join(posts, 'pictures'), { recursive: true });
  writeFileSync(join(posts, 'site.json'), '{ "title": "One", "url": "https://blog.example/" }');
  writeFileSync(join(posts, 'pictures', 'dot.png'), PIXEL);
  for (let i = 0; i < 60; i++) {
    const word = (n) => WORDS[(i * 7 + n * 3) % WORDS.length];
    const date = `2024-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
    const series = i % 10 === 0 ? 'series: The long walk\n' : '';
    writeFileSync(join(posts, `post-${i}.md`), `---\ntitle: ${word(1)} and ${word(2)} ${i}\ndate: ${date}\ntags: [${word(3)}, ${word(4)}]\n${series}---\n`
      + `${word(5)} ${word(6)} by the ${word(7)}, see [the next](post-${(i + 1) % 60}.md) and [[${word(1)} and ${word(2)} ${i}]].\n\n`
      + `## ${word(8)}\n\n${`${word(9)} ${word(10)} ${i}. `.repeat(8)}\n\n![A dot](pictures/dot.png)\n`);
  }
  writeFileSync(join(posts, 'post-3.de.md'), '---\ntitle: Reiher\ndate: 2024-04-04\n---\nDer Reiher steht im Schilf.\n');
}

const change = (path, from, to) => {
  const text = readFileSync(path, 'utf8');
  assert.ok(text.includes(from), `${path} has ${from}`);
  writeFileSync(path, text.replace(from, to));
};

/** What a writer, or fate, does to the folder of posts `p` or to the site `out`. */
const kChanges = {
  'nothing': () => {},
  'a word more': ({ p }) => appendFileSync(join(p, 'post-7.md'), '\nheronry\n'),
  'a word less, of the same length': ({ p }) => change(join(p, 'post-8.md'), 'by the', 'at the'),
  'another title': ({ p }) => change(join(p, 'post-9.md'), 'title: ', 'title: Un'),
  'a folder becomes that of a language': ({ p }) => {
    mkdirSync(join(p, 'de'));
    writeFileSync(join(p, 'de/alone.md'), '# Allein\n\nEin Reiher und ein Fischotter.\n');
  },
  'and it is one': ({ p }) => cpSync(join(p, 'post-10.md'), join(p, 'de/post-10.md')),
  'another tag': ({ p }) => change(join(p, 'post-10.md'), 'tags: [', 'tags: [brandnew, '),
  'another date': ({ p }) => change(join(p, 'post-11.md'), 'date: 2024-', 'date: 2025-'),
  'another address': ({ p }) => change(join(p, 'post-12.md'), 'date:', 'slug: elsewhere\ndate:'),
  'the same slug as another': ({ p }) => change(join(p, 'post-14.md'), 'date:', 'slug: post-13\ndate:'),
  'a draft': ({ p }) => change(join(p, 'post-15.md'), 'date:', 'draft: true\ndate:'),
  'a new post': ({ p }) => writeFileSync(join(p, 'new.md'), '---\ntitle: New\ndate: 2026-01-01\ntags: [reed]\n---\nNew text about an otter.\n'),
  'a post less': ({ p }) => rmSync(join(p, 'post-20.md')),
  'a renamed post': ({ p }) => renameSync(join(p, 'post-21.md'), join(p, 'post-21-again.md')),
  'a post in a folder of its own': ({ p }) => {
    mkdirSync(join(p, 'post-22'));
    renameSync(join(p, 'post-22.md'), join(p, 'post-22', 'index.md'));
  },
  'another series': ({ p }) => change(join(p, 'post-30.md'), 'The long walk', 'A short walk'),
  'another translation': ({ p }) => writeFileSync(join(p, 'post-3.fr.md'), '---\ntitle: Le héron\ndate: 2024-04-05\n---\nLe héron attend.\n'),
  'a picture of another size': ({ p }) => {
    const other = Buffer.from(PIXEL);
    other.writeUInt8(9, 19);
    writeFileSync(join(p, 'pictures', 'dot.png'), other);
  },
  'a file in the place of another, with its time': ({ p }) => {
    const path = join(p, 'post-31.md');
    writeFileSync(`${path}.tmp`, readFileSync(path, 'utf8').replace('by the', 'to the'));
    utimesSync(path, 1700000000, 1700000000);
    utimesSync(`${path}.tmp`, 1700000000, 1700000000);
    renameSync(`${path}.tmp`, path);
  },
  'the settings': ({ p }) => writeFileSync(join(p, 'site.json'), '{ "title": "Two", "url": "https://blog.example/", "permalink": "/:year/:slug/", "page_size": 5 }'),
  'a header': ({ p }) => writeFileSync(join(p, 'header.html'), '<p>Mind the gap</p>'),
  'a file where a folder was': ({ p }) => {
    mkdirSync(join(p, '_static'));
    writeFileSync(join(p, '_static', 'thing'), 'a file');
  },
  'a folder where a file was': ({ p }) => {
    rmSync(join(p, '_static', 'thing'));
    mkdirSync(join(p, '_static', 'thing'));
    writeFileSync(join(p, '_static', 'thing', 'inside'), 'a file');
  },
  'a page of the site lost': ({ out }) => rmSync(join(out, 'tags'), { recursive: true }),
  'a page of the site overwritten': ({ out }) => {
    rmSync(join(out, 'index.html'));
    writeFileSync(join(out, 'index.html'), 'mine');
  },
  'a file too many in the site': ({ out }) => writeFileSync(join(out, 'stray.txt'), 'stray'),
  'the site gone': ({ out }) => rmSync(out, { recursive: true }),
  'half a memory': ({ memory }) => truncateSync(join(memory, 'records'), 5000),
  'no memory of the files': ({ memory }) => rmSync(join(memory, 'files')),
  'no memory': ({ memory }) => rmSync(memory, { recursive: true }),
};

test('an incremental run makes the site of a run from nothing', (context) => {
  const folder = scratch(context);
  const [p, out, fresh] = ['posts', 'site', 'fresh'].map((name) => join(folder, name));
  const memory = join(folder, '.site.broadsheet');
  writeBlog(p);
  build(native, ['--posts', p, '--out', out]);
  for (const [name, make] of Object.entries(kChanges)) {
    make({ p, out, memory });
    build(native, ['--posts', p, '--out', out]);
    build(native, ['--posts', p, '--out', fresh, '--fresh']);
    assert.deepEqual(listFiles(out), listFiles(fresh), name);
    assert.equal(digest(out), digest(fresh), name);
    // Both sites that the memory holds have to be right, so the same once more.
    assert.match(build(native, ['--posts', p, '--out', out]).stdout, /; 0 written, 0 removed;/, name);
    assert.equal(digest(out), digest(fresh), `${name}, again`);
  }
  assert.ok(!existsSync(join(folder, '.fresh.broadsheet')), 'a fresh run keeps nothing');
});

const kRealPosts = '../shared/corpus/rust-blog';

test('the index of real posts is brought up to date', { skip: !existsSync(kRealPosts) && `${kRealPosts} is not here` }, (context) => {
  const folder = scratch(context);
  const [p, out, fresh] = ['posts', 'site', 'fresh'].map((name) => join(folder, name));
  cpSync(kRealPosts, p, { recursive: true });
  build(native, ['--posts', p, '--out', out]);
  const posts = listFiles(p).filter((path) => path.endsWith('.md') && !path.includes('_index'));
  const append = (part, text) => appendFileSync(join(p, posts[Math.floor(posts.length * part)]), text);
  append(0.3, '\nA heronry was compiled, released and borrowed.\n');
  build(native, ['--posts', p, '--out', out]);
  append(0.3, '\n## Heronries\n\nTwo more crates.\n');
  append(0.8, '\nzebrafish\n');
  build(native, ['--posts', p, '--out', out]);
  build(native, ['--posts', p, '--out', fresh, '--fresh']);
  assert.equal(digest(out), digest(fresh));
});

test('a run writes what has changed and no more', (context) => {
  const folder = scratch(context);
  const [p, out] = ['posts', 'site'].map((name) => join(folder, name));
  writeBlog(p);
  const written = () => Number(/ (\d+) written/.exec(build(native, ['--posts', p, '--out', out]).stdout)[1]);
  const all = written();
  assert.ok(all > 150);
  assert.equal(written(), 0);
  appendFileSync(join(p, 'post-7.md'), '\nheronry\n');
  const some = written();
  assert.ok(some > 2 && some < 20, `${some} of ${all}`);
});

test('what another program has kept is not used', (context) => {
  const folder = scratch(context);
  const [p, out] = ['posts', 'site'].map((name) => join(folder, name));
  writeBlog(p);
  build(native, ['--posts', p, '--out', out]);
  const other = join(folder, 'broadsheet');
  copyFileSync(native, other);
  chmodSync(other, 0o755);
  appendFileSync(other, 'another build');
  const identity = () => readFileSync(join(folder, '.site.broadsheet', 'records')).subarray(0, 40).toString('latin1');
  const before = identity();
  build(other, ['--posts', p, '--out', out]);
  assert.notEqual(identity(), before);
});

test('a quick run shows the change, and the next one mends the index', (context) => {
  const folder = scratch(context);
  const [p, out, fresh] = ['posts', 'site', 'fresh'].map((name) => join(folder, name));
  writeBlog(p);
  build(native, ['--posts', p, '--out', out]);
  const index = listFiles(join(out, 'broadsheet', 'index'));
  appendFileSync(join(p, 'post-7.md'), '\nheronry\n');
  assert.match(build(native, ['--posts', p, '--out', out, '--quick']).stdout, /index is that of an earlier run/);
  assert.match(readFileSync(join(out, 'posts', 'post-7', 'index.html'), 'utf8'), /heronry/);
  assert.deepEqual(listFiles(join(out, 'broadsheet', 'index')), index);
  assert.doesNotMatch(build(native, ['--posts', p, '--out', out]).stdout, /earlier run/);
  build(native, ['--posts', p, '--out', fresh, '--fresh']);
  assert.equal(digest(out), digest(fresh));
});
