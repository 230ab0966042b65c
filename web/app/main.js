// Wires the shell together; everything else here knows only what it is given.
import { openSearch } from '../search/start.js';
import { watchContents } from './contents.js';
import { startSearchDoor } from './header.js';
import { Library } from './library.js';
import { Router } from './router.js';
import { Screen } from './screen.js';
import { followScroll, leaveScroll, placeScroll, startScrollMemory } from './scroll.js';
import { Shell } from './shell.js';
import { startThemeSwitch } from './theme_switch.js';

const base = new URL('../../', import.meta.url);
/** @param {string} selector */
const part = (selector) => /** @type {HTMLElement} */ (document.querySelector(`body > ${selector}`));
const page = { masthead: part('.masthead'), colophon: part('.colophon'), skipLink: part('.skip') };
const main = part('main');
const isPublished = main.querySelector('h1') !== null;

const library = new Library(base, isPublished);
const screen = new Screen(main, part('#announcer'));
const shell = new Shell(page, library, screen, isPublished);
const fileBase = base.pathname;
const router = new Router(
  { base, fileBase, linkBase: isPublished ? fileBase : `${fileBase}?/` },
  {
    onVisit: (visit) => shell.open(visit),
    onFragment: ({ url, key, isTraversal }) => placeScroll({ key, hash: url.hash, isTraversal }, main),
    onLeave: leaveScroll,
  },
);

const searchContext = {
  base,
  catalog: () => library.catalog(),
  reader: () => library.reader(),
  go: router.go.bind(router),
  rewrite: router.rewrite.bind(router),
  href: router.href.bind(router),
  announce: screen.announce.bind(screen),
};
shell.fillSearch = async (view, query) => (await openSearch(searchContext)).fill(view, query);
startSearchDoor(page.masthead, async (form) => (await openSearch(searchContext)).attach(form));

library.onCatalog = (catalog) => {
  catalog.addEventListener('change', () => shell.refresh());
  const notice = () => import('./notices.js').then(({ watchCatalog }) => watchCatalog(catalog, page.colophon), () => {});
  const signs = new AbortController();
  for (const sign of ['progress', 'trouble']) {
    catalog.addEventListener(sign, () => (signs.abort(), notice()), { signal: signs.signal });
  }
};

document.addEventListener('broadsheet:view', () => {
  if (main.querySelector('pre > code[class]')) import('./highlight.js').then(({ highlightCode }) => highlightCode(main), () => {});
});

router.start();
startScrollMemory();
watchContents(main);
if (isPublished) {
  startThemeSwitch(page.colophon, document.documentElement);
  followScroll(router.key);
  shell.takeOver(router.current());
  const warm = (/** @type {Event} */ { target }) => target instanceof Element && target.closest('main a, .masthead a') && library.reader().catch(() => {});
  document.addEventListener('pointerover', warm, { passive: true });
} else {
  shell.openFirst(router.current());
}

// Once there is nothing else to do: what the next view or a failure would need, and posts that are newer than the lists.
const whenIdle = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ run) => setTimeout(run, 500));
whenIdle(() => {
  Promise.all([import('./failure.js'), import('./views.js')]).catch(() => {});
  library.catalog().then((catalog) => catalog.live(), () => {});
});
