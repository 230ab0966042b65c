// Loads a module of the core and calls it, in a page, a worker and Node. The conventions are in
// src/wasm/abi.md; no caller ever sees an address.

/** A worker of this name, with this file as its script, serves modules to the page (remote.js). */
export const SERVED = 'broadsheet-core';

const ABI_VERSION = 1;
const CODES = ['invalid', 'not-found', 'corrupt', 'unsupported', 'too-large', 'io'];
const BAD_FILE = 8; // EBADF of WASI: the modules have no files, clock or environment
const NOTHING = new Uint8Array();
const utf8 = new TextDecoder();

/**
 * A failure of the core. `code` is the name of a status of abi.md, 'missing' when the module could not
 * be had, or 'crashed' when it stopped: then it answers nothing more and has to be loaded anew.
 */
export class CoreError extends Error {
  /** @param {string} code @param {string} message @param {ErrorOptions} [options] */
  constructor(code, message, options) {
    super(message, options);
    this.name = 'CoreError';
    this.code = code;
  }
}

/**
 * @typedef {{memory: WebAssembly.Memory, _initialize?: () => void, abi_version: () => number,
 *   in_reserve: (size: number) => number, out_data: () => number, out_size: () => number}
 *   & {[call: string]: (size: number) => number}} Exports
 */

/** One instance of a module; it is the renderer, the searcher or the site itself. */
export class CoreModule {
  #core;
  /** The last answer was not the result but named the bytes that are still wanted. */
  more = false;
  /** The instance is lost. */
  crashed = false;

  /** @param {Exports} core */
  constructor(core) {
    this.#core = core;
    core._initialize?.();
    const version = core.abi_version();
    if (version !== ABI_VERSION) {
      throw new CoreError('unsupported', `module of ABI ${version}, expected ${ABI_VERSION}; reload the page`);
    }
  }

  /**
   * Calls `name` with a message; the answer is the caller's own copy.
   * @param {string} name @param {Uint8Array} [message]
   */
  call(name, message = NOTHING) {
    return this.#answer(name, message).slice();
  }

  /**
   * The same for an answer that is text.
   * @param {string} name @param {Uint8Array} [message]
   */
  text(name, message = NOTHING) {
    return utf8.decode(this.#answer(name, message));
  }

  /** @param {string} name @param {Uint8Array} message */
  #answer(name, message) {
    const status = this.#run(name, message);
    const answer = new Uint8Array(this.#core.memory.buffer, this.#core.out_data() >>> 0, this.#core.out_size());
    if (status > 1) throw new CoreError(CODES[status - 2] ?? 'invalid', utf8.decode(answer));
    this.more = status === 1;
    return answer;
  }

  /** @param {string} name @param {Uint8Array} message */
  #run(name, message) {
    if (this.crashed) throw new CoreError('crashed', `${name}: the module has stopped`);
    try {
      const address = this.#core.in_reserve(message.length) >>> 0;
      new Uint8Array(this.#core.memory.buffer).set(message, address); // after: it may have grown
      return this.#core[name](message.length);
    } catch (cause) {
      this.crashed = true;
      throw new CoreError('crashed', `${name}: ${cause}`, { cause });
    }
  }
}

/**
 * @param {URL | BufferSource | WebAssembly.Module} source its address, its bytes, or already compiled
 * @returns {Promise<CoreModule>} rejects with CoreError
 */
export async function loadModule(source) {
  const compiled = await compile(source);
  const instance = await WebAssembly.instantiate(compiled, stubs(compiled));
  return new CoreModule(/** @type {Exports} */ (/** @type {unknown} */ (instance.exports)));
}

/**
 * @param {URL | BufferSource | WebAssembly.Module} source
 * @returns {Promise<WebAssembly.Module>} which may be handed to a worker; rejects with CoreError
 */
export async function compile(source) {
  try {
    if (source instanceof WebAssembly.Module) return source;
    return await (source instanceof URL ? compileFrom(await fetch(source)) : WebAssembly.compile(source));
  } catch (cause) {
    throw new CoreError('missing', `${source instanceof URL ? source.pathname : 'module'}: ${cause}`, { cause });
  }
}

/** @param {Response} response */
async function compileFrom(response) {
  if (!response.ok) throw new Error(`status ${response.status}`);
  const isTyped = response.headers.get('content-type') === 'application/wasm'; // streaming insists on it
  return isTyped ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * An answer for whatever a standalone module imports. None has an effect: behind what ends a program stands a trap.
 * @param {WebAssembly.Module} module
 */
function stubs(module) {
  /** @type {WebAssembly.Imports} */
  const imports = {};
  for (const { module: from, name: wanted } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[wanted] = () => BAD_FILE;
  }
  return imports;
}

/** Answers {id, module, compiled} and {id, module, name, message}, in their order. */
function serve() {
  /** @type {Map<string, Promise<CoreModule>>} */
  const modules = new Map();
  globalThis.onmessage = async ({ data: { id, module, compiled, name, message } }) => {
    try {
      if (compiled) modules.set(module, loadModule(compiled));
      const core = await modules.get(module);
      const bytes = name ? core?.call(name, message) : NOTHING;
      postMessage({ id, bytes, more: core?.more });
    } catch (error) {
      const { code, message: text } = /** @type {CoreError} */ (error);
      postMessage({ id, error: { code, message: text } });
    }
  };
}

// One file and not two: the worker then starts after one request, not after two that wait for each other.
if ('WorkerGlobalScope' in globalThis && /** @type {{name?: string}} */ (globalThis).name === SERVED) serve();
