// The one place where an address becomes that of a worker.

const own = new URL('../', import.meta.url);

/** @param {string} address */
function checked(address) {
  const url = new URL(address, own);
  if (url.origin !== own.origin || !url.pathname.startsWith(own.pathname)) {
    throw new TypeError(`not a script of the shell: ${address}`);
  }
  return url.href;
}

/** @type {{createScriptURL: (address: string) => string} | undefined} */
const trusted = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('broadsheet-url', { createScriptURL: checked });

/**
 * @param {string | URL} address below broadsheet/, on our own origin; anything else throws TypeError
 * @returns {string} for `new Worker(…)`; a TrustedScriptURL where the browser knows such
 */
export function ownScript(address) {
  return trusted?.createScriptURL(String(address)) ?? checked(String(address));
}
