// Modules of the core in a worker. The worker is given everything and fetches nothing: what a page may
// fetch its policy says, and a worker has none of its own on hosts that send no headers.
import { CoreError } from './module.js';

/**
 * @typedef {{bytes: Uint8Array, more: boolean}} Answer `more`: see CoreModule
 * @typedef {{resolve: (answer: Answer) => void, reject: (error: Error) => void}} Caller
 */

export class RemoteCore {
  #worker;
  /** @type {Map<number, Caller>} */
  #callers = new Map();
  #last = 0;
  /** Why nothing is answered any more. */
  #end = '';

  /** @param {Worker} worker that runs module.js under the name SERVED; from now on it belongs to this */
  constructor(worker) {
    this.#worker = worker;
    this.#worker.onmessage = ({ data: { id, error, ...answer } }) => {
      const caller = this.#callers.get(id);
      this.#callers.delete(id);
      if (error) caller?.reject(new CoreError(error.code, error.message));
      else caller?.resolve(answer);
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.stop(event.message ?? 'the worker cannot be loaded');
    };
  }

  /**
   * Makes an instance, to be called as `module` from now on, in place of one of that name.
   * @param {string} module @param {WebAssembly.Module} compiled
   */
  load(module, compiled) {
    return this.#send({ module, compiled });
  }

  /**
   * CoreModule.call over there. Calls are answered in their order.
   * @param {string} module @param {string} name @param {Uint8Array} [message]
   */
  call(module, name, message) {
    return this.#send({ module, name, message });
  }

  /** Ends the worker; what is still asked for fails as crashed. @param {string} [reason] */
  stop(reason = 'stopped') {
    this.#worker.terminate();
    this.#end ||= reason;
    for (const caller of this.#callers.values()) caller.reject(new CoreError('crashed', reason));
    this.#callers.clear();
  }

  /** @param {object} task @returns {Promise<Answer>} */
  #send(task) {
    return new Promise((resolve, reject) => {
      if (this.#end) throw new CoreError('crashed', this.#end);
      this.#last += 1;
      this.#callers.set(this.#last, { resolve, reject });
      this.#worker.postMessage({ id: this.#last, ...task });
    });
  }
}
