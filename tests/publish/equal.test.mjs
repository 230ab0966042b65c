// The command natively, the command under Node and the tab's module publish the same bytes.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { encode } from '../../web/core/message.js';
import { loadModule } from '../../web/core/module.js';
import { build, digest, listFiles, modules, native, scratch, wasm } from './folders.mjs';

for (const posts of ['posts', '../shared/corpus/18f-blog', '../shared/corpus/rust-blog']) {
  const present = existsSync(posts);

  test(`${posts}: native and Node publish the same site`, { skip: !present && `${posts} is not here` }, (context) => {
    if (!existsSync(wasm)) return context.skip(`${wasm} is not built`);
    const folder = scratch(context);
    const sites = [native, wasm].map((program, i) => {
      const out = join(folder, String(i));
      build(program, ['--posts', posts, '--out', out]);
      return out;
    });
    assert.deepEqual(listFiles(sites[0]), listFiles(sites[1]));
    assert.equal(digest(sites[0]), digest(sites[1]));
  });

  test(`${posts}: the tab's index and catalogue are the published ones`, { skip: !present && `${posts} is not here` }, async (context) => {
    const folder = scratch(context);
    build(native, ['--posts', posts, '--out', folder]);
    const read = (path) => readFileSync(join(folder, path));
    const core = await loadModule(readFileSync(join(modules, 'publish.wasm')));
    const site = existsSync(join(posts, 'site.json')) ? readFileSync(join(posts, 'site.json')) : '';
    core.call('publish_begin', encode({ site, base: '/', now: String(Math.floor(Date.now() / 1000)) }));
    for (const path of JSON.parse(read('posts/index.json'))) {
      core.call('publish_add', encode({ path, file: read(join('posts', path)) }));
    }
    const answer = JSON.parse(core.text('publish_finish'));
    const root = JSON.parse(read('broadsheet/catalog.json'));
    const published = root.pages.flatMap((page) => JSON.parse(read(`broadsheet/catalog/${page}`)).posts);
    // The tab knows the posts' text, not their pictures, whose sizes only the publisher has read.
    const withoutPictures = (entries) => entries.map(({ references = {}, ...entry }) => ({
      ...entry,
      references: Object.fromEntries(Object.entries(references).filter(([, { width }]) => !width)),
    }));
    assert.deepEqual(withoutPictures(answer.entries), withoutPictures(published));
    assert.equal(answer.catalog.index, root.index);
    answer.files.forEach(({ name }, index) => {
      const bytes = core.call('publish_file', encode({ index: String(index) }));
      assert.ok(Buffer.from(bytes).equals(read(`broadsheet/index/${name}`)), name);
    });
    assert.equal(answer.files.length, listFiles(join(folder, 'broadsheet/index')).length);
  });
}
