// The search box in the masthead: a combobox by the ARIA Authoring Practices (editable, list
// autocomplete without selection). The list appears as one types; the box keeps the focus throughout.
import { correctionText, countText, describe, element, fillSnippets, hrefOf, questionIn, titlesWith } from './hits.js';
import { words } from './words.js';

/** @typedef {import('./client.js').Found} Found */
/** @typedef {import('./client.js').Hit} Hit */

const SHOWN = 7;
const CALM_MS = 150; // waits shorter than this are not worth a word

/**
 * @param {HTMLFormElement} form with its input, which may have focus and text already
 * @param {import('./client.js').SearchClient} client @param {import('./start.js').Context} context
 */
export function attach(form, client, context) {
  const input = form.querySelector('input');
  if (input) new Box(form, input, client, context).start();
}

class Box {
  #form;
  #input;
  #client;
  #context;
  #popup = element('div', 'search-popup');
  #list = element('div', 'search-options');
  #status = element('p', 'search-state');
  #active = -1;
  #question = new AbortController();

  /**
   * @param {HTMLFormElement} form @param {HTMLInputElement} input
   * @param {import('./client.js').SearchClient} client @param {import('./start.js').Context} context
   */
  constructor(form, input, client, context) {
    this.#form = form;
    this.#input = input;
    this.#client = client;
    this.#context = context;
  }

  start() {
    this.#dress();
    const input = this.#input;
    input.addEventListener('input', (event) => {
      this.#activate(-1); // Enter is about the words now
      if (!(/** @type {InputEvent} */ (event).isComposing)) this.#ask();
    });
    input.addEventListener('compositionend', () => this.#ask());
    input.addEventListener('keydown', (event) => this.#key(event));
    this.#form.addEventListener('focusout', ({ relatedTarget }) => this.#popup.contains(/** @type {Node} */ (relatedTarget)) || this.#close());
    this.#form.addEventListener('submit', () => this.#close());
    this.#popup.addEventListener('mousedown', (event) => event.preventDefault()); // the box keeps the focus
    this.#popup.addEventListener('click', (event) => event.target instanceof Element && event.target.closest('a') && !isElsewhere(event) && this.#close());
    // A list that is shown anew because posts have joined it is no reason to take the box from its reader.
    document.addEventListener('broadsheet:view', (event) => {
      if (this.#form.contains(document.activeElement)) return;
      this.#close();
      if (/** @type {CustomEvent} */ (event).detail.view === 'search') this.#input.value = ''; // the view has the question
    });
    this.#client.addEventListener('change', () => this.#isOpen && this.#ask());
    if (input === document.activeElement && input.value) this.#ask();
  }

  get #isOpen() {
    return !this.#popup.hidden;
  }

  get #options() {
    return /** @type {HTMLElement[]} */ ([...this.#list.children]);
  }

  #dress() {
    const { searching } = words();
    const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': 'search-options' };
    for (const [name, value] of Object.entries(attributes)) this.#input.setAttribute(name, value);
    this.#list.id = 'search-options';
    this.#list.role = 'listbox';
    this.#list.ariaLabel = this.#input.labels?.[0]?.textContent ?? searching;
    this.#popup.hidden = true;
    this.#popup.append(this.#status, this.#list);
    this.#form.append(this.#popup);
  }

  async #ask() {
    const query = questionIn(this.#input);
    this.#question.abort();
    this.#question = new AbortController();
    if (!query) return this.#close();
    const { signal } = this.#question;
    const slow = setTimeout(() => this.#say(words().searching), CALM_MS);
    signal.addEventListener('abort', () => clearTimeout(slow));
    try {
      const found = await this.#client.search({ query, limit: SHOWN }, signal);
      clearTimeout(slow);
      await this.#show(found, signal);
    } catch {
      clearTimeout(slow);
      if (!signal.aborted) await this.#fail(query, signal);
    }
  }

  /** @param {Found} found @param {AbortSignal} signal */
  async #show(found, signal) {
    const places = this.#fill(found.hits, found.query);
    this.#popup.dataset.query = found.query;
    const said = [countText(found), correctionText(found), ...found.notes].filter(Boolean).join(' · ');
    this.#say(said);
    this.#context.announce(said);
    await fillSnippets(places, found, this.#client, signal);
  }

  /** @param {string} query @param {AbortSignal} signal */
  async #fail(query, signal) {
    const { failed, titles } = words();
    const hits = await this.#context.catalog().then((catalog) => titlesWith(catalog, query)).catch(() => []);
    if (signal.aborted) return;
    this.#fill(hits.slice(0, SHOWN), '');
    this.#say(hits.length ? `${failed} ${titles}` : failed);
    this.#context.announce(failed);
  }

  /** @param {Hit[]} hits @param {string} query for the last option, which leads to all results; none without */
  #fill(hits, query) {
    /** @type {Map<Hit, HTMLElement>} */
    const places = new Map();
    const options = hits.map((hit) => {
      const { title, snippet } = describe(hit);
      places.set(hit, snippet);
      return option('search-option', hrefOf(hit, this.#context), title, snippet);
    });
    if (hits.length && query) options.push(option('search-option search-all', this.#context.href('search/', query), words().all));
    options.forEach((made, number) => (made.id = `search-option-${number}`));
    const active = this.#options[this.#active]?.getAttribute('href');
    this.#list.replaceChildren(...options);
    this.#activate(options.findIndex((made) => made.getAttribute('href') === active));
    return places;
  }

  /** @param {string} text @returns {void} and opens the popup */
  #say(text) {
    this.#status.textContent = text;
    this.#popup.hidden = false;
    this.#list.hidden = !this.#list.childElementCount;
    this.#input.setAttribute('aria-expanded', String(!this.#list.hidden));
  }

  #close() {
    this.#question.abort();
    this.#popup.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#activate(-1);
  }

  /** @param {number} number of an option; -1 is the box itself */
  #activate(number) {
    this.#active = number;
    this.#options.forEach((made, at) => made.setAttribute('aria-selected', String(at === number)));
    const active = this.#options[number];
    if (active) this.#input.setAttribute('aria-activedescendant', active.id);
    else this.#input.removeAttribute('aria-activedescendant');
    active?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing || event.altKey) return;
    if (isElsewhere(event) && event.key !== 'Enter') return;
    const leave = () => this.#activate(-1); // the caret moves in the box
    const handled = {
      ArrowDown: () => this.#step(1), ArrowUp: () => this.#step(-1), Escape: () => this.#escape(), Enter: () => this.#enter(event),
      ArrowLeft: leave, ArrowRight: leave, Home: leave, End: leave,
    };
    const handle = handled[/** @type {keyof typeof handled} */ (event.key)];
    if (handle?.()) event.preventDefault();
  }

  /** @param {number} by */
  #step(by) {
    if (!this.#isOpen) {
      this.#ask();
      return true;
    }
    const places = this.#options.length + 1; // the box is one of them
    this.#activate(((this.#active + 1 + by + places) % places) - 1);
    return true;
  }

  #escape() {
    if (!this.#isOpen) return false; // the browser empties the box
    this.#close();
    return true;
  }

  /** As a click with the same keys held: with Ctrl, in a new tab. @param {KeyboardEvent} event */
  #enter({ ctrlKey, metaKey, shiftKey }) {
    const active = this.#options[this.#active];
    active?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
    return Boolean(active);
  }
}

/** Whether these keys open a link in another tab or window. @param {KeyboardEvent | MouseEvent} event */
const isElsewhere = ({ ctrlKey, metaKey, shiftKey }) => ctrlKey || metaKey || shiftKey;

/** @param {string} className @param {string} href @param {...(Node | string)} content */
function option(className, href, ...content) {
  const made = element('a', className, ...content);
  made.role = 'option';
  made.href = href;
  made.tabIndex = -1;
  return made;
}
