// Masthead and footer of a page that the host sent without: nothing was published, so nothing is known of
// the site until its catalogue has been made.
import { setHtml } from '../lib/html_sink.js';
import { startThemeSwitch } from './theme_switch.js';

/** @typedef {{masthead: HTMLElement, colophon: HTMLElement, skipLink: HTMLElement}} Page */

/**
 * Never rejects: a view without its frame is still a view.
 * @param {Page} page
 * @param {import('./library.js').Library} library
 * @param {string} path of the view
 */
export async function dress({ masthead, colophon, skipLink }, library, path) {
  try {
    const [catalog, reader] = await Promise.all([library.catalog(), library.reader()]);
    const { header, footer, skip } = reader.chrome(path);
    setHtml(masthead, header);
    const notices = colophon.querySelectorAll('.progress, .trouble');
    setHtml(colophon, footer);
    colophon.append(...notices);
    if (skip) skipLink.textContent = skip;
    document.documentElement.lang = catalog.site.language;
    startThemeSwitch(colophon, document.documentElement);
  } catch {
    // The view says what is wrong.
  }
}
