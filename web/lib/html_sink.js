// The one place where a string becomes DOM. What comes in is HTML of the core (src/view, src/markdown),
// which has escaped or sanitised everything that came from a post; nothing else may call this.

/** @type {{createHTML: (html: string) => string} | undefined} */
const trusted = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('broadsheet-html', {
  createHTML: (/** @type {string} */ html) => html,
});

/**
 * Replaces what is in `element`. Scripts in `html` would not run, and the content policy would stop them.
 * @param {Element} element
 * @param {string} html from read.wasm
 */
export function setHtml(element, html) {
  // eslint-disable-next-line no-restricted-syntax -- the reviewed sink
  element.innerHTML = trusted?.createHTML(html) ?? html;
}
