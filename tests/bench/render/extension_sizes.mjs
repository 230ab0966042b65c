// extension_sizes.mjs [BUILD]
//
// What each extension of Markdown costs in read.wasm: links the module of a wasm build once more without the
// extension's files and prints the difference, in brotli bytes.
import { execSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { measure } from '../../../tools/sizes.mjs';

const FILES = {
  tables: ['TABLE', 'table', 'html_table'],
  'bare addresses': ['AUTOLINK', 'autolink', 'email'],
  'footnotes, written': ['FOOTNOTE', 'html_footnote'],
  'strike, mark, sub, sup': ['DELIMITERS', 'delimiters'],
  'heading ids': ['HEADING_ID', 'heading_id'],
  attributes: ['ATTRIBUTES', 'attributes'],
  'code: title, lines, diff': ['CODE_FENCE', 'code_fence', 'html_code'],
  'definition lists': ['DEFINITION_LIST', 'definition_list'],
  alerts: ['ALERT', 'alert'],
  abbreviations: ['ABBREVIATION', 'abbreviation'],
  math: ['MATH', 'math'],
  'links to posts': ['WIKILINK', 'wikilink'],
  'emoji shortcodes': ['EMOJI', 'emoji'],
};
const build = resolve(process.argv[2] ?? join(import.meta.dirname, '../../../build/wasm'));
const folder = mkdtempSync(join(tmpdir(), 'extension-sizes-'));
const run = (/** @type {string} */ command) => execSync(command, { cwd: build, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });

const archive = 'src/markdown/libbroadsheet_markdown.a';
const link = run('ninja -t commands wasm_read').trim().split('\n').at(-1) ?? '';
const { command: compile } = JSON.parse(readFileSync(join(build, 'compile_commands.json'), 'utf8'))
  .find((/** @type {{file: string}} */ { file }) => file.endsWith('/markdown/emoji.cc'));

/** Brotli bytes of the module with `without` (a stub, then files) left out. @param {string[]} without */
function linked([stub, ...files]) {
  const library = join(folder, 'markdown.a');
  const object = join(folder, 'stub.o');
  run(`cp ${archive} ${library}`);
  if (stub) {
    run(compile.replace(/ -o .*/, ` -D${stub} -w -o ${object} -c ${join(import.meta.dirname, 'extension_stubs.cc')}`));
    run(`emar d ${library} ${files.map((file) => `${file}.cc.o`).join(' ')} && emar q ${library} ${object}`);
  }
  const out = join(folder, 'read.wasm');
  run(link.replace(`-o read.wasm`, `-o ${out}`).replaceAll(join(build, 'read.wasm'), out).replace(archive, library));
  return measure([out]).brotli;
}

const whole = linked([]);
console.log(`${'read.wasm'.padEnd(28)}${String(whole).padStart(8)}`);
for (const [name, without] of Object.entries(FILES)) {
  console.log(`${name.padEnd(28)}${String(whole - linked(without)).padStart(8)}`);
}
rmSync(folder, { recursive: true });
