// Hits as nodes. Marks are ranges of text and become elements here; no HTML is made or parsed.
import { fill, words } from './words.js';

/** @typedef {import('./client.js').Hit} Hit */
/** @typedef {import('./client.js').Marks} Marks */
/** @typedef {import('./client.js').Found} Found */
/** @typedef {import('./start.js').Context} Context */

const MOST_SAID = 100; // of a question, when there is no answer to it

/** The question as it was written; only that a space ends it has a meaning. @param {HTMLInputElement} input */
export function questionIn({ value }) {
  return value.trimStart().replace(/\s+$/, ' ');
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {string} className @param {...(Node | string)} content
 */
export function element(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/** A button among text. @param {string} name @param {string} text @param {() => void} press */
export function textButton(name, text, press) {
  const button = element('button', 'text-button', text);
  button.type = 'button';
  button.name = name;
  button.addEventListener('click', press);
  return button;
}

/**
 * Puts other buttons in place; the one that had the focus has it still, or else `otherwise`.
 * @param {HTMLElement} place @param {Node[]} parts @param {HTMLElement} otherwise
 */
export function refill(place, parts, otherwise) {
  const { activeElement: active } = document;
  const name = active instanceof HTMLButtonElement && place.contains(active) ? active.name : '';
  place.replaceChildren(...parts);
  if (name) ([...place.querySelectorAll('button')].find((button) => button.name === name) ?? otherwise).focus();
}

/** Text with its marked ranges. @param {string} text @param {Marks} [marks] */
export function marked(text, marks = []) {
  const fragment = document.createDocumentFragment();
  let at = 0;
  for (const [from, to] of marks) {
    fragment.append(text.slice(at, from), element('mark', '', text.slice(from, to)));
    at = to;
  }
  fragment.append(text.slice(at));
  return fragment;
}

/** Where a hit leads: to its section, where it has one. @param {Hit} hit @param {Context} context */
export function hrefOf({ url, section }, context) {
  return context.href(url, undefined, section?.id ? `#${encodeURIComponent(section.id)}` : undefined);
}

/**
 * Title and section of a hit, and a line or two kept free for its snippet.
 * @param {Hit} hit
 * @returns {{title: HTMLElement, snippet: HTMLElement}}
 */
export function describe(hit) {
  const title = element('span', 'hit-title', marked(hit.title, hit.titleMarks));
  if (hit.section?.title) title.append(element('span', 'hit-section', hit.section.title));
  const snippet = element('span', 'hit-snippet');
  for (const part of [title, snippet]) part.lang = hit.language;
  return { title, snippet };
}

/**
 * A hit of the search view.
 * @param {Hit} hit @param {Context} context
 * @returns {{item: HTMLElement, snippet: HTMLElement}} the place of the snippet, which is yet to be put into the item
 */
export function hitItem(hit, context) {
  const { title, snippet } = describe(hit);
  const link = element('a', 'hit-link', title);
  link.href = hrefOf(hit, context);
  const item = element('li', hit.partial ? 'hit hit-partial' : 'hit', link);
  if (hit.date !== undefined) item.append(dateOf(hit.date));
  if (hit.explanation) item.append(element('pre', 'hit-explanation', hit.explanation));
  return { item, snippet };
}

/** Before the first hit that has only some of the words. @param {Found} found */
export function divider({ total }) {
  const made = element('li', 'hits-divider', words().some);
  made.hidden = total === 0; // the status says it then
  return made;
}

/** @param {number} seconds since 1970 */
function dateOf(seconds) {
  const date = new Date(seconds * 1000);
  const language = document.documentElement.lang.replace(/^en\b.*/, 'en-GB'); // day first, as on the pages
  const time = element('time', 'hit-date', date.toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' }));
  time.dateTime = date.toISOString().slice(0, 10);
  return time;
}

/**
 * The end of a list that goes on.
 * @param {() => Promise<boolean>} load puts more in the place of this end; false when that is not to be had now
 */
export function listEnd(load) {
  const more = element('button', 'more', words().more);
  const note = element('p', 'search-note');
  note.role = 'status';
  more.type = 'button';
  more.addEventListener('click', async () => {
    if (more.ariaBusy) return; // disabled, it would lose the focus
    more.ariaBusy = 'true';
    note.textContent = '';
    if (!(await load())) note.textContent = words().failed;
    more.ariaBusy = null;
  });
  return element('li', 'hits-more', more, note);
}

/**
 * Puts the snippets into their places as they come; a post that cannot be had keeps its place empty.
 * @param {Map<Hit, HTMLElement>} places @param {Found} found
 * @param {import('./client.js').SearchClient} client @param {AbortSignal} signal
 */
export async function fillSnippets(places, found, client, signal) {
  const waiting = [...places];
  const cut = async () => {
    for (let next = waiting.shift(); next && !signal.aborted; next = waiting.shift()) {
      const [hit, place] = next;
      const passage = await client.snippet(hit, found, signal).catch(() => null);
      if (passage && !signal.aborted) place.replaceChildren(marked(passage.snippet, passage.marks));
    }
  };
  await Promise.all([cut(), cut(), cut(), cut()]);
}

/** How many posts were found, in words. @param {Found} found */
export function countText({ total, partial_total: partial, query }) {
  const { one, many, nothing, someOnly } = words();
  if (!total && partial) return someOnly;
  if (!total) return fill(nothing, query.length > MOST_SAID ? `${query.slice(0, MOST_SAID)}…` : query);
  return total === 1 ? one : fill(many, total);
}

/** Which words were searched instead of those that were written; empty when none were. @param {Found} found */
export function correctionText({ corrections }) {
  if (!corrections.length) return '';
  const to = corrections.map((correction) => `“${correction.to.slice(0, 3).join('”, “')}”`).join(', ');
  return fill(words().corrected, to, corrections.map((correction) => `“${correction.from}”`).join(', '));
}

/**
 * The posts whose titles have all the words: what can still be offered when the searcher is not to be had.
 * @param {import('../core/catalog.js').Catalog} catalog @param {string} query
 * @returns {Promise<Hit[]>}
 */
export async function titlesWith(catalog, query) {
  const wanted = query.toLowerCase().split(/\s+/);
  const posts = (await catalog.all()).filter(({ title }) => wanted.every((word) => title.toLowerCase().includes(word)));
  return posts.map(({ path, slug, address = `posts/${slug}/`, title, language }) => ({
    post: path, url: address.split('/').map(encodeURIComponent).join('/'), title, titleMarks: [], language, section: null,
  }));
}
