// The two builds of the core, as functions from requests to HTML.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { encode } from '../../web/core/message.js';
import { CoreModule } from '../../web/core/module.js';

/**
 * @typedef {{markdown: string, dialect?: string, html?: string, smart?: boolean, base_url?: string,
 *   references?: {[address: string]: {url: string, title?: string}}}} Request
 */

const PROJECT = join(import.meta.dirname, '../..');
const beside = (/** @type {string} */ program, /** @type {string} */ name) =>
  join(dirname(resolve(PROJECT, program)), name);
const NATIVE = beside(process.env.BROADSHEET_NATIVE ?? 'build/dev/broadsheet', 'markdown_batch');
const WASM = beside(process.env.BROADSHEET_WASM ?? 'build/wasm/broadsheet.js', 'read.wasm');
/** GitHub's specification, from the pinned source of its parser. */
export const GFM_SPEC = beside(NATIVE, 'gfm-spec.txt');

/**
 * All answers of the native core, in one process.
 * @param {Request[]} requests
 * @returns {string[]}
 */
export function renderNatively(requests) {
  const input = requests.map((request) => `${JSON.stringify(request)}\n`).join('');
  const run = spawnSync(NATIVE, { input, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.status !== 0) throw new Error(`${NATIVE}: ${run.error ?? run.stderr}`);
  return run.stdout.trimEnd().split('\n').map((line) => JSON.parse(line).html);
}

/** Whether read.wasm can answer: it takes no more than dialect, mode and text. @param {Request} request */
export const isPlain = (request) => !request.smart && !request.base_url && !request.references;

/** @returns {Promise<(((request: Request) => string) & {memory: WebAssembly.Memory}) | null>} null when the module has not been built */
export async function openWasm() {
  if (!existsSync(WASM)) return null;
  const imports = new Proxy({}, { get: () => new Proxy({}, { get: () => () => 0 }) });
  const module = await WebAssembly.compile(readFileSync(WASM));
  const needed = Object.fromEntries(WebAssembly.Module.imports(module).map(({ module: name }) => [name, {}]));
  for (const { module: name, name: item } of WebAssembly.Module.imports(module)) {
    Object.assign(needed[name], { [item]: /** @type {any} */ (imports)[name][item] });
  }
  const { exports } = await WebAssembly.instantiate(module, needed);
  const core = new CoreModule(/** @type {any} */ (exports));
  /** @param {Request} request */
  const render = ({ markdown, dialect = 'post', html = 'safe' }) =>
    core.text('read_markdown', encode({ dialect, html, markdown }));
  return Object.assign(render, { memory: /** @type {WebAssembly.Memory} */ (exports.memory) });
}
