// What happens beside the view while live posts are read: how far it is, and which could not be read.
import { loadWords } from '../lib/words.js';

/**
 * @param {import('../core/catalog.js').Catalog} catalog
 * @param {HTMLElement} place that takes the notices
 */
export function watchCatalog(catalog, place) {
  const line = Object.assign(document.createElement('p'), { className: 'progress', role: 'status' });
  const tellProgress = async () => {
    const { reading } = await loadWords();
    if (!catalog.progress) return;
    const { done, total } = catalog.progress;
    line.textContent = reading.replace('%1', String(done)).replace('%2', String(total));
    if (done < total) place.append(line);
    else line.remove();
  };
  const trouble = document.createElement('details');
  trouble.className = 'trouble';
  const tellTrouble = async () => {
    const words = await loadWords();
    if (!catalog.trouble.length) return;
    const list = document.createElement('ul');
    for (const { path, line: number, message } of catalog.trouble) {
      const item = document.createElement('li');
      item.textContent = `${path}${number ? `:${number}` : ''}: ${message}`;
      list.append(item);
    }
    const summary = document.createElement('summary');
    summary.textContent = `${words.trouble} (${catalog.trouble.length})`;
    trouble.replaceChildren(summary, list);
    place.append(trouble);
  };
  for (const tell of [tellProgress, tellTrouble]) tell();
  catalog.addEventListener('progress', tellProgress);
  catalog.addEventListener('trouble', tellTrouble);
}
