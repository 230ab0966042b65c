// The choice of colours in the footer; theme.js applies the stored one before the first paint.

/** @param {HTMLElement} footer @param {HTMLElement} root */
export function startThemeSwitch(footer, root) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const choices = footer.querySelectorAll('.theme input');
  for (const choice of choices) choice.checked = choice.value === root.dataset.theme;
  footer.onchange = ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'theme') return;
    root.dataset.theme = target.value;
    try {
      localStorage.setItem('broadsheet-theme', target.value);
    } catch {
      // Storage is refused: the choice holds for this page.
    }
  };
}
