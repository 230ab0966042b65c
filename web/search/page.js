// The search view: every hit of a query, as one types. The address follows the words.
import { FacetBar } from './facets.js';
import { correctionText, countText, divider, element, fillSnippets, hitItem, listEnd, questionIn, refill, textButton, titlesWith } from './hits.js';
import { fill as fillIn, words } from './words.js';

/** @typedef {import('./client.js').Found} Found */
/** @typedef {import('./client.js').Hit} Hit */

const PAGE = 10;
const MOST = 100; // the searcher gives no more at once
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
  #asides = element('div', 'search-asides');
  #facets;
  #extras;
  #tips = element('p', 'search-tips', words().tips);
  #question = new AbortController();
  #life = new AbortController();
  #request = { query: '', order: 'relevance', corrections: true, explain: isExplained(), limit: PAGE };
  #addressTimer = 0;
  #addressQuery = '';

  /** @param {HTMLElement} main @param {import('./client.js').SearchClient} client @param {import('./start.js').Context} context */
  constructor(main, client, context) {
    const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (main.querySelector(selector));
    this.#input = /** @type {HTMLInputElement} */ (part('.search-form input'));
    this.#status = part('.search-status');
    this.#list = part('.hits');
    this.#help = part('.search-help');
    this.#client = client;
    this.#context = context;
    this.#facets = new FacetBar(client, this.#input, () => this.#type());
    this.#extras = element('div', 'search-extras', this.#asides, this.#facets.group);
  }

  /** @param {string} query */
  start(query) {
    const { signal } = this.#life;
    const input = this.#input;
    this.#extras.hidden = true;
    this.#status.after(this.#extras);
    this.#help.prepend(this.#tips);
    if (document.activeElement !== input) input.value ||= query;
    input.addEventListener('input', (event) => /** @type {InputEvent} */ (event).isComposing || this.#type(), { signal });
    input.addEventListener('compositionend', () => this.#type(), { signal });
    input.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#type();
      if (matchMedia('(pointer: coarse)').matches) input.blur(); // away with the keyboard that hides the hits
    }, { signal });
    this.#list.addEventListener('click', () => this.#remember(), { signal }); // before the page is left
    this.#client.addEventListener('change', () => this.#ask(), { signal });
    addEventListener('hashchange', () => this.#ask({ explain: isExplained() }), { signal });
    if (!query) input.focus();
    this.#recall(query);
    this.#type();
  }

  /** A reader who comes back finds what was left. @param {string} query that the address has */
  #recall(query) {
    const { search: left } = history.state ?? {};
    if (left?.query === query) Object.assign(this.#request, left);
    this.#addressQuery = query;
  }

  /** Writes into the history entry what is on screen, the words into its address. */
  #remember() {
    clearTimeout(this.#addressTimer);
    const { query, order, corrections, limit } = this.#request;
    const { hash } = location; // which no rewriting keeps
    if (query !== this.#addressQuery) this.#context.rewrite('search/', query);
    this.#addressQuery = query;
    history.replaceState({ ...history.state, search: { query, order, corrections, limit } }, '', hash || undefined);
  }

  stop() {
    this.#life.abort();
    this.#question.abort();
    clearTimeout(this.#addressTimer);
  }

  #type() {
    const query = questionIn(this.#input);
    if (query !== this.#request.query) {
      this.#request = { ...this.#request, query, corrections: true, limit: PAGE };
      clearTimeout(this.#addressTimer);
      this.#addressTimer = setTimeout(() => this.#remember(), ADDRESS_MS);
    }
    this.#ask();
  }

  /** @param {Partial<import('./client.js').Request>} [changes] to how the same words are searched */
  async #ask(changes) {
    Object.assign(this.#request, changes);
    this.#request.limit = Math.min(this.#request.limit, MOST);
    this.#question.abort();
    this.#question = new AbortController();
    const { signal } = this.#question;
    const { query } = this.#request;
    this.#help.hidden = query !== '';
    if (!query) return this.#clear();
    const slow = setTimeout(() => this.#wait(), CALM_MS);
    signal.addEventListener('abort', () => clearTimeout(slow));
    try {
      const found = await this.#client.search(this.#request, signal);
      await this.#show(found, signal, () => clearTimeout(slow));
    } catch {
      clearTimeout(slow);
      if (!signal.aborted) await this.#fail(query, signal);
    }
  }

  #clear() {
    this.#status.textContent = '';
    this.#extras.hidden = true;
    this.#list.ariaBusy = null;
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
    this.#extras.hidden = false;
    refill(this.#asides, this.#asidesOf(found), this.#input);
    const said = [correctionText(found), ...found.notes].filter(Boolean);
    if (said.length) this.#context.announce(said.join(' '));
    this.#help.hidden = found.hits.length > 0;
    await Promise.all([this.#append(found, signal), this.#facets.count(found, this.#request, signal)]);
  }

  /** Adds hits to the list, and the way to more of them. @param {Found} found @param {AbortSignal} signal */
  async #append(found, signal) {
    /** @type {Map<Hit, HTMLElement>} */
    const places = new Map();
    for (const hit of found.hits) {
      if (hit.partial && !this.#list.querySelector('.hit-partial')) this.#list.append(divider(found));
      const { item, snippet } = hitItem(hit, this.#context);
      item.firstElementChild?.after(snippet);
      places.set(hit, snippet);
      this.#list.append(item);
    }
    const { limit } = this.#request;
    if (found.hits.length && limit < found.total + found.partial_total) this.#list.append(this.#more(limit, signal));
    await fillSnippets(places, found, this.#client, signal);
  }

  /** @param {number} offset @param {AbortSignal} signal */
  #more(offset, signal) {
    const end = listEnd(async () => {
      const found = await this.#client.search({ ...this.#request, limit: PAGE, offset }, signal).catch(() => null);
      if (!found || signal.aborted) return signal.aborted;
      end.remove();
      this.#request.limit = offset + PAGE;
      this.#remember();
      const before = this.#list.querySelectorAll('.hit').length;
      this.#append(found, signal);
      /** @type {HTMLElement | undefined} */ (this.#list.querySelectorAll('.hit a')[before])?.focus();
      return true;
    });
    return end;
  }

  /** What is to be said beside the hits: order, corrections, notes. @param {Found} found */
  #asidesOf(found) {
    const { notes, hits } = found;
    const { literally, advice } = words();
    const corrected = correctionText(found);
    const { corrections } = this.#request;
    const asides = notes.map((note) => element('p', 'search-note', note));
    if (!hits.length) asides.push(element('p', 'search-note', advice));
    if (corrected || !corrections) {
      const button = this.#button('literally', literally, { corrections: !corrections });
      button.ariaPressed = String(!corrections);
      asides.unshift(element('p', 'search-note', corrected && `${corrected} `, button));
    }
    if (hits.length > 1) asides.push(this.#orders());
    return asides;
  }

  #orders() {
    const { best, newest, order } = words();
    const group = element('p', 'search-order', this.#button('best', best, { order: 'relevance' }), this.#button('newest', newest, { order: 'newest' }));
    group.role = 'group';
    group.ariaLabel = order;
    return group;
  }

  /** @param {string} name @param {string} text @param {Partial<import('./client.js').Request>} changes */
  #button(name, text, changes) {
    const button = textButton(name, text, () => {
      this.#ask({ ...changes, limit: PAGE });
      this.#remember();
    });
    if (changes.order) button.ariaPressed = String(changes.order === this.#request.order);
    return button;
  }

  /** @param {string} query @param {AbortSignal} signal */
  async #fail(query, signal) {
    const { failed, titles, retry } = words();
    const hits = await this.#context.catalog().then((catalog) => titlesWith(catalog, query)).catch(() => []);
    if (signal.aborted) return;
    this.#status.textContent = hits.length ? `${failed} ${titles}` : failed;
    this.#extras.hidden = false;
    this.#facets.group.hidden = true;
    refill(this.#asides, [this.#button('retry', retry, {})], this.#input);
    this.#list.ariaBusy = null;
    this.#list.replaceChildren(...hits.map((hit) => hitItem(hit, this.#context).item));
    addEventListener('online', () => this.#ask(), { once: true, signal });
  }
}

const isExplained = () => location.hash === '#explain';
