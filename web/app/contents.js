// The table of contents: open where it stands beside the text, closed where it stands above it.

const wide = matchMedia('(min-width: 75rem)');

/** @param {Element} main */
export function openContents(main) {
  const details = main.querySelector('.contents details');
  if (details instanceof HTMLDetailsElement && details.open !== wide.matches) details.open = wide.matches;
}

/** @param {Element} main */
export function watchContents(main) {
  wide.addEventListener('change', () => openContents(main));
}
