// What a reader sees when a view cannot be made: what happened, in a sentence, and a way on. Fetched
// ahead of need, when the page is idle, and its words with it.
import { loadWords } from '../lib/words.js';

/** @typedef {'offline' | 'post' | 'module' | 'catalog'} FailureKind */

/**
 * Which failure an error stands for.
 * @param {Error & {status?: number, url?: string}} error of the core modules
 * @returns {FailureKind}
 */
export function kindOf(error) {
  if (error.status === 0) return 'offline';
  if (error.name === 'CoreError' || /\.wasm\b/.test(error.message)) return 'module';
  return /\/posts\/.+\.(md|markdown)$/i.test(error.url ?? '') ? 'post' : 'catalog';
}

loadWords();

/** @param {FailureKind} kind */
export const sentenceOf = async (kind) => (await loadWords())[kind][1];

/**
 * @param {FailureKind} kind
 * @param {{home: string, file?: string, detail: string, retry: () => void}} ways `file` is the address of the
 *   post's Markdown, `detail` for whoever looks after the site
 */
export async function failureView(kind, { home, file, detail, retry }) {
  const words = await loadWords();
  const [title, sentence] = words[kind];
  const view = element('div', { className: 'failure' });
  const button = element('button', { type: 'button', textContent: words.retry });
  button.addEventListener('click', retry);
  const ways = element('p', { className: 'ways' });
  ways.append(button, ' ', element('a', { href: home, textContent: words.home }));
  if (file && kind === 'module') ways.append(' ', element('a', { href: file, textContent: words.raw }));
  const heading = element('h1', { textContent: title, tabIndex: -1 });
  view.append(heading, element('p', { className: 'standfirst', textContent: sentence }), ways, element('p', { className: 'detail', textContent: detail }));
  return view;
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name @param {Partial<HTMLElementTagNameMap[K]>} properties
 * @returns {HTMLElementTagNameMap[K]}
 */
function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
