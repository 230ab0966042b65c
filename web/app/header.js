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
 * @param {(form: HTMLFormElement) => void} openSearch called once, before the first letter
 */
export function startSearchDoor(masthead, openSearch) {
  const signs = ['focusin', 'pointerover'];
  /** @param {Event} event */
  const watch = ({ target }) => {
    const form = target instanceof Element ? target.closest('form') : null;
    if (!form) return;
    for (const sign of signs) masthead.removeEventListener(sign, watch);
    openSearch(form);
  };
  for (const sign of signs) masthead.addEventListener(sign, watch, { passive: true });
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
