// The masthead: which link leads to where one is, the "/" key, and search, which is fetched at the first
// sign that someone wants it.

/** @param {HTMLElement} masthead */
export function markCurrent(masthead) {
  for (const link of masthead.querySelectorAll('a')) {
    const leadsHere = link.href === location.href.split('#')[0];
    if (leadsHere) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/**
 * @param {HTMLElement} masthead
 * @param {(form: HTMLFormElement) => Promise<void>} openSearch called at the first sign; after a failure at the next
 */
export function startSearchDoor(masthead, openSearch) {
  let isOpen = false;
  /** @param {Event} event */
  const knock = ({ target }) => {
    const form = target instanceof Element ? target.closest('form') : null;
    if (!form || isOpen) return;
    isOpen = true;
    openSearch(form).catch(() => (isOpen = false)); // Enter still leads to the search view, which says more
  };
  for (const sign of ['focusin', 'pointerover']) masthead.addEventListener(sign, knock, { passive: true });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    const input = masthead.querySelector('input');
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

/** @param {EventTarget | null} target */
function isWriting(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
}
