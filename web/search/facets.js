// What the posts of an answer have in common, with counts: each narrows the question down.
import { element } from './hits.js';
import { words } from './words.js';

/** @typedef {{value: string, count: number}[]} Counts */
/** @typedef {{tags: Counts, years: Counts, languages: Counts}} Facets */

const MOST = 8;
const FILTER = /(?:tag:"[^"]*"|(?:date|lang):[^\s()"]+)(?:\s+|$)/y;
// As the parser of questions reads them; a quotation mark between Hebrew letters is one of them.
const TOKENS = /["“”„«»](?:[\u05c0-\u05ff]"(?=[\u05c0-\u05ff])|[^"“”„«»])*["“”„«»]?|[()]|(?:[\u05c0-\u05ff]"(?=[\u05c0-\u05ff])|[^\s()"“”„«»])+/g;

/**
 * @param {Facets} facets @param {string} question that they are of
 * @param {(filter: string) => void} narrow takes a filter into the question, or off it
 */
export function facetButtons({ tags, years, languages }, question, narrow) {
  const { filters } = partsOf(question);
  const buttons = (/** @type {Counts} */ counts, /** @type {(value: string) => string} */ filterOf) =>
    counts.slice(0, MOST).map(({ value, count }) => ({ value, count, filter: filterOf(value) }))
      .filter(({ filter }) => counts.length > 1 || filters.includes(filter))
      .map(({ value, count, filter }) => {
        const button = element('button', 'text-button', `${value} (${count})`);
        button.type = 'button';
        button.ariaPressed = String(filters.includes(filter));
        button.addEventListener('click', () => narrow(filter));
        return button;
      });
  const group = element('p', 'search-facets', ...buttons(tags, (tag) => `tag:"${tag}"`),
    ...buttons(years, (year) => `date:${year}`), ...buttons(languages, (language) => `lang:${language}`));
  group.role = 'group';
  group.ariaLabel = words().narrow;
  return group;
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
