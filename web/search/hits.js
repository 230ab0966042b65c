// Hits as nodes. Marks are ranges of text and become elements here; no HTML is made or parsed.
import { fill, words } from './words.js';

/** @typedef {import('./client.js').Hit} Hit */
/** @typedef {import('./client.js').Marks} Marks */
/** @typedef {import('./client.js').Found} Found */
/** @typedef {import('./start.js').Context} Context */

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
  if (!total) return fill(nothing, query);
  return total === 1 ? one : fill(many, total);
}

/**
 * The posts whose titles have all the words: what can still be offered when the searcher is not to be had.
 * @param {import('../core/catalog.js').Catalog} catalog @param {string} query
 * @returns {Promise<Hit[]>}
 */
export async function titlesWith(catalog, query) {
  const wanted = query.toLowerCase().split(/\s+/);
  const posts = (await catalog.all()).filter(({ title }) => wanted.every((word) => title.toLowerCase().includes(word)));
  return posts.map(({ path, slug, title, language }) => ({
    post: path, url: `posts/${slug.split('/').map(encodeURIComponent).join('/')}/`, title, titleMarks: [], language, section: null,
  }));
}
