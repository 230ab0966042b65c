import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { encode } from '../../web/core/message.js';
import { compile, CoreError, CoreModule, loadModule } from '../../web/core/module.js';

const kModule = join(process.env.BROADSHEET_MODULES ?? 'build/wasm', 'read.wasm');
const skip = existsSync(kModule) ? false : `${kModule} is not built`;
const load = () => loadModule(readFileSync(kModule));
const markdown = (text) => encode({ dialect: 'commonmark', html: 'safe', markdown: text });

test('a module answers', { skip }, async () => {
  const module = await load();
  assert.equal(module.text('read_markdown', markdown('*Ü*')), '<p><em>Ü</em></p>\n');
  assert.equal(new TextDecoder().decode(module.call('read_markdown', markdown('a'))), '<p>a</p>\n');
});

test('an answer stays what it was while memory grows', { skip }, async () => {
  const module = await load();
  const small = module.call('read_markdown', markdown('small'));
  const large = module.text('read_markdown', markdown('word '.repeat(2_000_000)));
  assert.equal(large.length, '<p>'.length + 'word '.length * 2_000_000 - 1 + '</p>\n'.length);
  assert.equal(new TextDecoder().decode(small), '<p>small</p>\n');
});

test('ten thousand posts leave nothing behind in memory', { skip }, async () => {
  const compiled = await compile(readFileSync(kModule));
  const imports = {};
  for (const { module, name } of WebAssembly.Module.imports(compiled)) (imports[module] ??= {})[name] = () => 0;
  const { exports } = await WebAssembly.instantiate(compiled, imports);
  const module = new CoreModule(exports);
  const files = readdirSync('tests/spec').filter((name) => name.endsWith('.md'));
  const messages = files.map((name) => encode({ dialect: 'post', markdown: readFileSync(join('tests/spec', name)) }));
  const round = () => messages.map((message) => [module.call('read_markdown', message).length, exports.out_data()]);
  for (let settling = 0; settling < 5; settling++) round(); // the heap finds its order
  const first = { answers: round(), memory: exports.memory.buffer.byteLength };
  for (let rendered = 0; rendered < 10_000; rendered += files.length) round();
  assert.deepEqual({ answers: round(), memory: exports.memory.buffer.byteLength }, first); // even the addresses
});

test('two instances know nothing of each other', { skip }, async () => {
  const [one, two] = await Promise.all([load(), load()]);
  one.call('read_site', encode({ title: 'One', link_base: '/one/', file_base: '/one/' }));
  two.call('read_site', encode({ title: 'Two', link_base: '/two/', file_base: '/two/' }));
  assert.match(one.text('read_frame', encode({ view: 'search' })), /"\/one\/search\/"/);
  assert.match(two.text('read_frame', encode({ view: 'search' })), /"\/two\/search\/"/);
});

test('a call that the module does not have ends it', { skip }, async () => {
  const module = await load();
  assert.throws(() => module.call('read_minds'), { name: 'CoreError', code: 'crashed' });
  assert.equal(module.crashed, true);
  assert.throws(() => module.call('read_markdown', markdown('a')), { code: 'crashed' });
});

for (const [what, bytes] of [['no module', new Uint8Array([1, 2, 3])], ['half a module', existsSync(kModule) ? readFileSync(kModule).subarray(0, 999) : new Uint8Array()]]) {
  test(`${what} is refused`, () => assert.rejects(loadModule(bytes), (error) => error instanceof CoreError && error.code === 'missing'));
}

test('a module of another time is refused', async () => {
  // (module (memory (export "memory") 1) (func (export "abi_version") (result i32) i32.const 99))
  const other = Uint8Array.from([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 1, 0x60, 0, 1, 0x7f, 3, 2, 1, 0, 5, 3, 1, 0, 1, 7, 24, 2, 6, ...Buffer.from('memory'), 2, 0,
    11, ...Buffer.from('abi_version'), 0, 0, 10, 7, 1, 5, 0, 0x41, 0xe3, 0, 0x0b,
  ]);
  await assert.rejects(loadModule(other), { code: 'unsupported', message: /ABI 99/ });
});
