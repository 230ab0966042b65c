// The search view: every hit of a query, as one types. The address follows the words.
import { facetButtons, toggled } from './facets.js';
import { countText, describe, element, fillSnippets, hrefOf, titlesWith } from './hits.js';
import { fill as fillIn, words } from './words.js';

/** @typedef {import('./client.js').Found} Found */
/** @typedef {import('./client.js').Hit} Hit */

const PAGE = 10;
const CALM_MS = 150;
const ADDRESS_MS = 400; // browsers limit how often an address may be rewritten

/**
 * @param {HTMLElement} main that holds the search view's frame
 * @param {string} query @param {import('./client.js').SearchClient} client
 * @param {import('./start.js').Context} context
 * @returns {() => void} to be called when the view leaves
 */
export function fill(main, query, client, context) {
  const view = new SearchView(main, client, context);
  view.start(query);
  return () => view.stop();
}

class SearchView {
  #input;
  #status;
  #list;
  #help;
  #client;
  #context;
  #extras = element('div', 'search-extras');
  #tips = element('p', 'search-tips', words().tips);
  #question = new AbortController();
  #life = new AbortController();
  #request = { query: '', order: 'relevance', corrections: true, explain: isExplained() };
  #addressTimer = 0;

  /** @param {HTMLElement} main @param {import('./client.js').SearchClient} client @param {import('./start.js').Context} context */
  constructor(main, client, context) {
    const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (main.querySelector(selector));
    this.#input = /** @type {HTMLInputElement} */ (part('.search-form input'));
    this.#status = part('.search-status');
    this.#list = part('.hits');
    this.#help = part('.search-help');
    this.#client = client;
    this.#context = context;
  }

  /** @param {string} query */
  start(query) {
    const { signal } = this.#life;
    const input = this.#input;
    this.#status.after(this.#extras);
    this.#help.prepend(this.#tips);
    if (document.activeElement !== input) input.value ||= query;
    input.addEventListener('input', (event) => /** @type {InputEvent} */ (event).isComposing || this.#type(), { signal });
    input.addEventListener('compositionend', () => this.#type(), { signal });
    input.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#type();
    }, { signal });
    this.#client.addEventListener('change', () => this.#ask(), { signal });
    addEventListener('hashchange', () => this.#ask({ explain: isExplained() }), { signal });
    if (!query) input.focus();
    this.#type();
  }

  stop() {
    this.#life.abort();
    this.#question.abort();
    clearTimeout(this.#addressTimer);
  }

  #type() {
    const query = this.#input.value.trim();
    clearTimeout(this.#addressTimer);
    if (query !== this.#request.query) {
      this.#request = { ...this.#request, query, corrections: true };
      this.#addressTimer = setTimeout(() => this.#context.rewrite('search/', query), ADDRESS_MS);
    }
    this.#ask();
  }

  /** @param {Partial<import('./client.js').Request>} [changes] to how the same words are searched */
  async #ask(changes) {
    Object.assign(this.#request, changes);
    this.#question.abort();
    this.#question = new AbortController();
    const { signal } = this.#question;
    const { query } = this.#request;
    this.#help.hidden = query !== '';
    if (!query) return this.#clear();
    const slow = setTimeout(() => this.#wait(), CALM_MS);
    signal.addEventListener('abort', () => clearTimeout(slow));
    try {
      const found = await this.#client.search({ ...this.#request, limit: PAGE }, signal);
      await this.#show(found, signal, () => clearTimeout(slow));
    } catch {
      clearTimeout(slow);
      if (!signal.aborted) await this.#fail(query, signal);
    }
  }

  #clear() {
    this.#status.textContent = '';
    this.#extras.replaceChildren();
    this.#list.replaceChildren();
  }

  async #wait() {
    const { signal } = this.#question;
    this.#status.textContent = words().searching;
    this.#list.ariaBusy = 'true';
    const catalog = await this.#context.catalog().catch(() => null);
    const tell = () => {
      const { done, total } = catalog?.progress ?? { done: 0, total: 0 };
      if (!signal.aborted && this.#list.ariaBusy && done < total) this.#status.textContent = fillIn(words().reading, done, total);
    };
    catalog?.addEventListener('progress', tell, { signal });
    tell();
  }

  /** @param {Found} found @param {AbortSignal} signal @param {() => void} arrived */
  async #show(found, signal, arrived) {
    arrived();
    this.#list.ariaBusy = null;
    this.#list.replaceChildren();
    this.#status.textContent = countText(found);
    this.#extras.replaceChildren(...this.#asides(found));
    this.#help.hidden = found.hits.length > 0;
    await Promise.all([this.#append(found, signal), this.#count(found, signal)]);
  }

  /** Says what would narrow the question down. @param {Found} found @param {AbortSignal} signal */
  async #count({ total }, signal) {
    if (total < 2) return;
    const { facets } = await this.#client.search({ ...this.#request, limit: 1, facets: true }, signal).catch(() => ({ facets: undefined }));
    if (!facets || signal.aborted) return;
    this.#extras.append(facetButtons(facets, this.#request.query, (filter) => {
      this.#input.value = toggled(this.#input.value, filter);
      this.#type();
      this.#input.focus();
    }));
  }

  /** Adds hits to the list, and the way to more of them. @param {Found} found @param {AbortSignal} signal */
  async #append(found, signal) {
    /** @type {Map<Hit, HTMLElement>} */
    const places = new Map();
    for (const hit of found.hits) {
      if (hit.partial && !this.#list.querySelector('.hit-partial')) this.#list.append(this.#divider(found));
      this.#list.append(this.#item(hit, places));
    }
    const shown = this.#list.querySelectorAll('.hit').length;
    if (found.hits.length && shown < found.total + found.partial_total) this.#extrasEnd(shown, signal);
    await fillSnippets(places, found, this.#client, signal);
  }

  /** @param {Hit} hit @param {Map<Hit, HTMLElement>} places */
  #item(hit, places) {
    const { title, snippet } = describe(hit);
    const link = element('a', 'hit-link', title);
    link.href = hrefOf(hit, this.#context);
    const item = element('li', hit.partial ? 'hit hit-partial' : 'hit', link, snippet);
    if (hit.date !== undefined) item.append(dateOf(hit.date));
    if (hit.explanation) item.append(element('pre', 'hit-explanation', hit.explanation));
    places.set(hit, snippet);
    return item;
  }

  /** @param {Found} found */
  #divider({ total }) {
    const divider = element('li', 'hits-divider', words().some);
    divider.hidden = total === 0; // the status says it then
    return divider;
  }

  /** @param {number} offset @param {AbortSignal} signal */
  #extrasEnd(offset, signal) {
    const more = element('button', 'more', words().more);
    more.type = 'button';
    const item = element('li', 'hits-more', more);
    more.addEventListener('click', async () => {
      more.disabled = true;
      const found = await this.#client.search({ ...this.#request, limit: PAGE, offset }, signal).catch(() => null);
      more.disabled = false;
      if (!found || signal.aborted) return;
      item.remove();
      const last = this.#list.lastElementChild;
      const filled = this.#append(found, signal);
      last?.nextElementSibling?.querySelector('a')?.focus();
      await filled;
    });
    this.#list.append(item);
  }

  /** What is to be said beside the hits: order, corrections, notes. @param {Found} found */
  #asides({ corrections, notes, hits }) {
    const { corrected, literally, advice } = words();
    const asides = notes.map((note) => element('p', 'search-note', note));
    if (!hits.length) asides.push(element('p', 'search-note', advice));
    if (corrections.length) {
      const to = corrections.map((correction) => `“${correction.to.slice(0, 3).join('”, “')}”`).join(', ');
      const from = corrections.map((correction) => `“${correction.from}”`).join(', ');
      asides.unshift(element('p', 'search-note', `${fillIn(corrected, to, from)} `, this.#button(literally, { corrections: false })));
    }
    if (hits.length > 1) asides.push(this.#orders());
    return asides;
  }

  #orders() {
    const { best, newest, order } = words();
    const group = element('p', 'search-order', this.#button(best, { order: 'relevance' }), this.#button(newest, { order: 'newest' }));
    group.role = 'group';
    group.ariaLabel = order;
    return group;
  }

  /** @param {string} text @param {Partial<import('./client.js').Request>} changes */
  #button(text, changes) {
    const button = element('button', 'text-button', text);
    button.type = 'button';
    if (changes.order) button.ariaPressed = String(changes.order === this.#request.order);
    button.addEventListener('click', () => this.#ask(changes));
    return button;
  }

  /** @param {string} query @param {AbortSignal} signal */
  async #fail(query, signal) {
    const { failed, titles, retry } = words();
    const hits = await this.#context.catalog().then((catalog) => titlesWith(catalog, query)).catch(() => []);
    if (signal.aborted) return;
    this.#clear();
    this.#status.textContent = hits.length ? `${failed} ${titles}` : failed;
    this.#extras.replaceChildren(this.#button(retry, {}));
    this.#list.append(...hits.map((hit) => this.#item(hit, new Map())));
  }
}

const isExplained = () => location.hash === '#explain';

/** @param {number} seconds since 1970 */
function dateOf(seconds) {
  const date = new Date(seconds * 1000);
  const language = document.documentElement.lang.replace(/^en\b.*/, 'en-GB'); // day first, as on the pages
  const time = element('time', 'hit-date', date.toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' }));
  time.dateTime = date.toISOString().slice(0, 10);
  return time;
}
