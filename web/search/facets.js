// What the posts of an answer have in common, with counts: each narrows the question down.
import { element } from './hits.js';
import { words } from './words.js';

/** @typedef {{value: string, count: number}[]} Counts */
/** @typedef {{tags: Counts, years: Counts, languages: Counts}} Facets */

const MOST = 8;

/** @param {Facets} facets @param {(filter: string) => void} narrow takes words for the question */
export function facetButtons({ tags, years, languages }, narrow) {
  const buttons = (/** @type {Counts} */ counts, /** @type {(value: string) => string} */ filter) =>
    counts.length < 2 ? [] : counts.slice(0, MOST).map(({ value, count }) => {
      const button = element('button', 'text-button', `${value} (${count})`);
      button.type = 'button';
      button.addEventListener('click', () => narrow(filter(value)));
      return button;
    });
  const group = element('p', 'search-facets', ...buttons(tags, (tag) => `tag:"${tag}"`),
    ...buttons(years, (year) => `date:${year}`), ...buttons(languages, (language) => `lang:${language}`));
  group.role = 'group';
  group.ariaLabel = words().narrow;
  return group;
}
