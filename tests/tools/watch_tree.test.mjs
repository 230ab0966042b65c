import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { watchTree } from '../../tools/watch_tree.mjs';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-watch-'));
after(() => rmSync(folder, { recursive: true }));

/** Watches `path`; `next` is resolved with what is told next: "changed" or the code of an error. */
function watchFrom(path) {
  let tell = () => {};
  const next = () => new Promise((done) => { tell = done; });
  const stop = watchTree(path, () => tell('changed'), ({ code }) => tell(code));
  return { next, stop };
}

/** An empty folder of posts in a folder of its own. */
function postsFolder(name) {
  const posts = join(folder, name, 'posts');
  mkdirSync(posts, { recursive: true });
  return posts;
}

test('a saved file is noticed, in a new folder too', async () => {
  const posts = postsFolder('new');
  const { next, stop } = watchFrom(posts);
  let told = next();
  mkdirSync(join(posts, 'new'));
  assert.equal(await told, 'changed');
  told = next();
  writeFileSync(join(posts, 'new', 'post.md'), '# x');
  assert.equal(await told, 'changed');
  stop();
});

test('a folder that goes is told of, and watched again when it is back', async () => {
  const posts = postsFolder('gone');
  const { next, stop } = watchFrom(posts);
  let told = next();
  renameSync(posts, `${posts}-away`);
  assert.equal(await told, 'ENOENT');
  told = next();
  renameSync(`${posts}-away`, posts);
  assert.equal(await told, 'changed');
  told = next();
  writeFileSync(join(posts, 'post.md'), '# x');
  assert.equal(await told, 'changed');
  stop();
});

test('a folder may come later', async () => {
  const posts = join(folder, 'late');
  const codes = [];
  const stop = watchTree(posts, () => {}, ({ code }) => codes.push(code));
  stop();
  assert.deepEqual(codes, ['ENOENT']);
});

test('what links lead to is watched, each folder once', async () => {
  const posts = postsFolder('links');
  const aside = join(folder, 'links', 'aside');
  mkdirSync(join(aside, 'inner'), { recursive: true });
  writeFileSync(join(folder, 'links', 'post.txt'), '# x');
  symlinkSync(aside, join(posts, 'aside'));
  symlinkSync(posts, join(aside, 'inner', 'loop'));
  symlinkSync('..', join(posts, 'around'));
  symlinkSync('nothing', join(posts, 'broken'));
  symlinkSync('../post.txt', join(posts, 'post.md'));
  symlinkSync(posts, join(folder, 'links', 'current'));
  const { next, stop } = watchFrom(join(folder, 'links', 'current'));
  for (const file of [join(aside, 'inner', 'a.md'), join(folder, 'links', 'post.txt'), join(posts, 'b.md')]) {
    const told = next();
    writeFileSync(file, '# y');
    assert.equal(await told, 'changed', file);
  }
  stop();
});
