// What is on screen: <main>, the title, the announcement for those who listen, and the sign of waiting.
import { setHtml } from '../lib/html_sink.js';
import { fragmentTarget } from './scroll.js';

const CALM_MS = 150;

export class Screen {
  #root = document.documentElement;
  #announcer;
  #busyTimer = 0;

  /** @param {HTMLElement} main @param {HTMLElement} announcer */
  constructor(main, announcer) {
    this.main = main;
    this.#announcer = announcer;
  }

  /** @param {string} text for screen readers */
  announce(text) {
    this.#announcer.textContent = text;
  }

  /** Shows that something is under way, but only if it takes long enough to be noticed. */
  wait() {
    delete this.#root.dataset.ready;
    clearTimeout(this.#busyTimer);
    this.#busyTimer = setTimeout(() => this.main.setAttribute('aria-busy', 'true'), CALM_MS);
  }

  /**
   * Puts a view in place.
   * @param {string | Node} content HTML of the core, or nodes
   */
  show(content) {
    if (typeof content === 'string') setHtml(this.main, content);
    else this.main.replaceChildren(content);
  }

  /**
   * Puts a newer state of the same view in place: what had the focus has it again, if it is still there.
   * @param {string} html of the core
   */
  replace(html) {
    const active = document.activeElement;
    const hadFocus = this.main.contains(active);
    this.show(html);
    if (!hadFocus) return;
    const same = active instanceof HTMLAnchorElement && [...this.main.querySelectorAll('a')].find(({ href }) => href === active.href);
    (same || this.main.querySelector('h1'))?.focus({ preventScroll: true });
  }

  /**
   * The view in place is the one that was asked for; nothing is awaited any more.
   * @param {string} view @param {object} detail of the "broadsheet:view" event
   */
  settle(view, detail) {
    clearTimeout(this.#busyTimer);
    this.main.removeAttribute('aria-busy');
    this.#root.dataset.ready = view;
    document.dispatchEvent(new CustomEvent('broadsheet:view', { detail: { ...detail, view } }));
  }

  /** @param {string} siteTitle as PageTitle of src/view/views.h does it */
  retitle(siteTitle) {
    const heading = this.main.querySelector('h1')?.textContent ?? '';
    document.querySelector('link[rel="canonical"]')?.remove(); // it names the page that the host sent
    document.title = heading && siteTitle && heading !== siteTitle ? `${heading} · ${siteTitle}` : heading || siteTitle;
  }

  /**
   * Moves the focus to what the address names, so that keyboard and screen reader go on from there.
   * @param {string} hash
   */
  focus(hash) {
    const target = fragmentTarget(hash) ?? this.main.querySelector('h1') ?? this.main;
    if (!(target instanceof HTMLElement)) return;
    if (!target.hasAttribute('tabindex')) {
      target.tabIndex = -1;
      target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
    }
    target.focus({ preventScroll: true });
    this.announce(document.title);
  }
}
