// What the posts of an answer have in common, with counts: each narrows the question down.
import { element, refill, textButton } from './hits.js';
import { words } from './words.js';

/** @typedef {{value: string, count: number}[]} Counts */
/** @typedef {{tags: Counts, years: Counts, languages: Counts}} Facets */

const MOST = 8;
const FILTER = /(?:tag:"[^"]*"|(?:date|lang):[^\s()"]+)(?:\s+|$)/y;
// As the parser of questions reads them; a quotation mark between Hebrew letters is one of them.
const TOKENS = /["“”„«»](?:[\u05c0-\u05ff]"(?=[\u05c0-\u05ff])|[^"“”„«»])*["“”„«»]?|[()]|(?:[\u05c0-\u05ff]"(?=[\u05c0-\u05ff])|[^\s()"“”„«»])+/g;

/** The facets of an answer, for as long as there is no other. */
export class FacetBar {
  group = element('p', 'search-facets');
  #client;
  #input;
  #narrow;

  /** @param {import('./client.js').SearchClient} client @param {HTMLInputElement} input @param {() => void} narrow the question has changed */
  constructor(client, input, narrow) {
    this.#client = client;
    this.#input = input;
    this.#narrow = narrow;
    this.group.role = 'group';
    this.group.ariaLabel = words().narrow;
  }

  /** @param {import('./client.js').Found} found @param {import('./client.js').Request} request @param {AbortSignal} signal */
  async count({ total }, request, signal) {
    const asked = total > 1 && this.#client.search({ ...request, limit: 1, facets: true }, signal).catch(() => null);
    const { facets } = (await asked) || {};
    if (signal.aborted) return;
    refill(this.group, facetButtons(facets, request.query, (filter) => {
      this.#input.value = toggled(this.#input.value, filter);
      this.#narrow();
    }), this.#input);
    this.group.hidden = !this.group.childElementCount;
  }
}

/**
 * A button for each filter: those of the question first, which can be taken off whatever was found.
 * @param {Facets | undefined} facets undefined where there is nothing to narrow down
 * @param {string} question that they are of
 * @param {(filter: string) => void} narrow takes a filter into the question, or off it
 */
function facetButtons(facets, question, narrow) {
  const { filters } = partsOf(question);
  const offers = facets ? offersOf(facets) : [];
  return [
    ...filters.map((filter) => offers.find((offer) => offer.filter === filter) ?? { filter, label: labelOf(filter) }),
    ...offers.filter(({ filter, isChoice }) => isChoice && !filters.includes(filter)),
  ].map(({ filter, label }) => {
    const button = textButton(filter, label, () => narrow(filter));
    button.ariaPressed = String(filters.includes(filter));
    return button;
  });
}

/** @param {Facets} facets */
function offersOf({ tags, years, languages }) {
  const offers = (/** @type {Counts} */ counts, /** @type {(value: string) => string} */ filterOf) =>
    counts.map(({ value, count }, at) => {
      const filter = filterOf(value);
      return { filter, label: `${labelOf(filter)} (${count})`, isChoice: counts.length > 1 && at < MOST };
    });
  return [
    ...offers(tags, (tag) => `tag:"${tag}"`), ...offers(years, (year) => `date:${year}`), ...offers(languages, (language) => `lang:${language}`),
  ];
}

/** @param {string} filter */
function labelOf(filter) {
  const colon = filter.indexOf(':');
  const value = filter.slice(colon + 1).replaceAll('"', '');
  return filter.startsWith('lang:') ? languageName(value) : value;
}

/** In the language of the page. @param {string} code which may be none */
function languageName(code) {
  try {
    return new Intl.DisplayNames(document.documentElement.lang || 'en', { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/**
 * The question with `filter` in front of it, for all of it; as it was before, where the filter is there already.
 * @param {string} question @param {string} filter
 */
export function toggled(question, filter) {
  const { filters, fronts, rest } = partsOf(question);
  const at = filters.indexOf(filter);
  const others = fronts.filter((_, i) => i !== at).join('');
  const { end, hasChoice, isBracket } = shapeOf(rest);
  if (at < 0) return `${filter} ${!fronts.length && (hasChoice || isBracket) ? `(${rest.slice(0, end)})${rest.slice(end)}` : question}`;
  if (others || !isBracket) return others + rest;
  const close = rest.lastIndexOf(')', end - 1);
  return rest.slice(1, close) + rest.slice(close + 1);
}

/** The filters in front of a question, which hold for all of it; `fronts` with the spaces behind them. @param {string} question */
function partsOf(question) {
  const fronts = [];
  let rest = question;
  FILTER.lastIndex = 0;
  if (!shapeOf(question).hasChoice) {
    for (let found = FILTER.exec(question); found; found = FILTER.exec(question)) {
      fronts.push(found[0]);
      rest = question.slice(FILTER.lastIndex);
    }
  }
  return { filters: fronts.map((front) => front.trim()), fronts, rest };
}

/**
 * Where a closing bracket too many ends the first part of a question; whether that offers a choice outside
 * of brackets, and whether it is one bracket, be others in it left open.
 * @param {string} question
 */
function shapeOf(question) {
  let depth = 0;
  let end = question.length;
  let closed = -1;
  let hasChoice = false;
  for (const { 0: token, index } of question.matchAll(TOKENS)) {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (token === ')' && depth === 0 && closed < 0) closed = index;
    if (depth < 0) {
      end = index;
      break;
    }
    hasChoice ||= depth === 0 && ['OR', '|', '||'].includes(token);
  }
  const last = question.slice(0, end).trimEnd().length - 1;
  const isBracket = question[0] === '(' && question[last] === ')' && (closed < 0 || closed === last);
  return { end, hasChoice, isBracket };
}
