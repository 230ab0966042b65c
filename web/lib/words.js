// What the shell itself says, when no view of the core can: failures and waiting. A file a language in
// words/; the views' own words are in src/view/words.cc.
import english from './words/en.js';

/**
 * @typedef {{reading: string, retry: string, home: string, raw: string, offline: [string, string],
 *   post: [string, string], module: [string, string], catalog: [string, string], trouble: string}} Words
 */

const kTranslated = ['de', 'es', 'fr', 'ja'];

/**
 * Never rejects: what cannot be fetched is said in English.
 * @param {string} [language] BCP 47; English for those without a file. The page's, if not given
 * @returns {Promise<Words>}
 */
export async function loadWords(language = document.documentElement.lang) {
  const [code] = language.split('-');
  if (!kTranslated.includes(code)) return english;
  return import(`./words/${code}.js`).then((file) => file.default, () => english);
}
