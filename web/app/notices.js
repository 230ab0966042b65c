// What happens beside the view while live posts are read: how far it is, and which could not be read.
import { fill } from '../lib/words.js';

/**
 * @param {import('../core/catalog.js').Catalog} catalog
 * @param {HTMLElement} place that takes the notices
 * @param {() => import('../lib/words.js').Words} words
 */
export function watchCatalog(catalog, place, words) {
  const line = Object.assign(document.createElement('p'), { className: 'progress', role: 'status' });
  catalog.addEventListener('progress', () => {
    const { done, total } = catalog.progress ?? { done: 0, total: 0 };
    line.textContent = fill(words().reading, done, total);
    if (done < total) place.append(line);
    else line.remove();
  });
  const trouble = document.createElement('details');
  trouble.className = 'trouble';
  catalog.addEventListener('trouble', () => {
    const list = document.createElement('ul');
    for (const { path, line: number, message } of catalog.trouble) {
      const item = document.createElement('li');
      item.textContent = `${path}${number ? `:${number}` : ''}: ${message}`;
      list.append(item);
    }
    const summary = document.createElement('summary');
    summary.textContent = `${words().trouble} (${catalog.trouble.length})`;
    trouble.replaceChildren(summary, list);
    place.append(trouble);
  });
}
