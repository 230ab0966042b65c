/** Runs in a page of the shell, which has to be given it whole: ms from the key until the list answers `query`. */
export async function askShell(query) {
  const begun = performance.now();
  const { document, InputEvent } = globalThis; // of the page
  const box = document.querySelector('.search-box input');
  box.focus();
  box.value = query;
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  while (document.querySelector('.search-popup')?.dataset.query !== query) await new Promise((drawn) => setTimeout(drawn));
  return performance.now() - begun;
}
