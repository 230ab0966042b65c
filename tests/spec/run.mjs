import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { GFM_SPEC, isPlain, openWasm, renderNatively } from './engines.mjs';
import { examplesOf } from './examples.mjs';
import { checkLimits } from './limits.mjs';
import { OF_GFM, unexplained } from './differences.mjs';

const HERE = import.meta.dirname;
const COMMONMARK = createRequire(import.meta.url).resolve('commonmark-spec/spec.txt');
const MOST_SHOWN = 5;
let passed = 0;
let failed = 0;

/** @param {boolean} holds @param {() => string} explain */
function check(holds, explain) {
  if (holds) passed++;
  else if (++failed <= MOST_SHOWN) console.log(explain());
}

/** What the words behind `example` ask for. @param {string[]} words */
function optionsOf(words) {
  /** @type {any} */
  const options = {};
  for (const word of words) {
    if (word === 'gfm' || word === 'commonmark') options.dialect = word;
    else if (word === 'trusted' || word === 'none') options.html = word;
    else if (word === 'smart') options.smart = true;
    else if (word === 'wiki') options.references = { '[[first-post]]': { url: '/posts/first-post/', title: 'The first post' } };
    else if (word.startsWith('base_url=')) options.base_url = word.slice('base_url='.length);
    else throw new Error(`unknown option ${word} of an example`);
  }
  return options;
}

/** The posts of this repository and of the corpora, where these are. */
function* texts() {
  for (const folder of ['posts', '../shared/corpus/rust-blog', '../shared/corpus/18f-blog']) {
    if (!existsSync(folder)) {
      console.log(`skipped: ${folder} is not there`);
      continue;
    }
    for (const name of readdirSync(folder, { recursive: true })) {
      if (String(name).endsWith('.md')) yield join(folder, String(name));
    }
  }
}

const specs = readdirSync(HERE).filter((name) => name.endsWith('.md')).sort();
const examples = [
  ...examplesOf(COMMONMARK).map((example) => ({ ...example, file: 'CommonMark', options: ['commonmark', 'trusted'] })),
  ...examplesOf(GFM_SPEC)
    .filter(({ number }) => !OF_GFM.has(number))
    .map((example) => ({ ...example, file: 'GFM', options: ['gfm', 'trusted'] })),
  ...specs.flatMap((file) => examplesOf(join(HERE, file)).map((example) => ({ ...example, file }))),
];
const requests = examples.map(({ markdown, options }) => ({ markdown, ...optionsOf(options) }));
const native = renderNatively(requests);
const wasm = process.env.BROADSHEET_QUICK ? null : await openWasm();
if (!wasm) console.log('skipped: read.wasm (quick, or not built)');

for (const [index, { file, line, markdown, html }] of examples.entries()) {
  const results = { native: native[index], ...(wasm && isPlain(requests[index]) ? { wasm: wasm(requests[index]) } : {}) };
  for (const [build, got] of Object.entries(results)) {
    check(got === html, () => `${file}:${line} (${build})\n${markdown}--- expected\n${html}--- got\n${got}`);
  }
}
const inFile = (/** @type {string} */ name) => examples.filter(({ file }) => file === name);
const ofExtensions = inFile('GFM').filter(({ section }) => section.endsWith('(extension)'));
check(ofExtensions.length === 24, () => `${ofExtensions.length} examples of GitHub's extensions, not 24`);
console.log(`examples: ${examples.length} (CommonMark 0.31.2: ${inFile('CommonMark').length}, GFM: ${inFile('GFM').length} and ${OF_GFM.size} that differ)`);

const commonmark = inFile('CommonMark');
const asPosts = renderNatively(commonmark.map(({ markdown }) => ({ markdown, html: 'trusted' })));
for (const difference of unexplained(commonmark, asPosts)) check(false, () => difference);
check(true, () => '');

if (wasm) {
  checkLimits(wasm, check);
  const files = [...texts()];
  for (const path of files) {
    const markdown = readFileSync(path, 'utf8');
    const [expected] = renderNatively([{ markdown }]);
    check(wasm({ markdown }) === expected, () => `${path}: native and wasm differ`);
  }
  console.log(`native and wasm over ${files.length} posts`);
}
console.log(`gate: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
