// Where the page is scrolled to: remembered for every history entry, and held while a page that has just
// been shown still grows (images without a size, late fonts).

const STORE = 'broadsheet-scroll';
const MOST_ENTRIES = 100;
const HOLD_MS = 4000;

/** @type {Map<string, number>} */
const positions = new Map(stored());

/** Lets go of the place that is being held. @type {(() => void) | undefined} */
let release;

/** @returns {[string, number][]} */
function stored() {
  try {
    return JSON.parse(sessionStorage.getItem(STORE) ?? '[]');
  } catch {
    return [];
  }
}

/** The history entry that is on screen; none while the next one is awaited. */
let current = '';

/** Scroll events come with the next frame, which may be after the page has changed: clicks are noted too. */
export function startScrollMemory() {
  for (const sign of ['scroll', 'click', 'pagehide']) addEventListener(sign, note, { passive: true, capture: true });
  addEventListener('pagehide', () => {
    try {
      sessionStorage.setItem(STORE, JSON.stringify([...positions].slice(-MOST_ENTRIES)));
    } catch {
      // Storage is full or refused: the map serves as long as the page lives.
    }
  });
}

function note() {
  if (current) positions.set(current, Math.round(scrollY));
}

/** The entry on screen is left; nothing has moved yet. */
export function leaveScroll() {
  note();
  followScroll('');
}

/** From now on scrolling is that of the entry `key`. @param {string} key "" for none */
export function followScroll(key) {
  release?.();
  current = key;
}

/** @param {string} hash with its "#" @returns {Element | null} */
export function fragmentTarget(hash) {
  if (hash.length < 2) return null;
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return document.getElementById(hash.slice(1));
  }
}

/**
 * Scrolls to where the entry was left, else to the fragment, else to the top.
 * @param {{key: string, hash: string, isTraversal: boolean}} place
 * @param {Element} content that may still grow
 */
export function placeScroll({ key, hash, isTraversal }, content) {
  followScroll(key);
  const top = isTraversal ? positions.get(key) : undefined;
  if (top !== undefined) {
    hold(content, () => scrollTo({ top, behavior: 'instant' }));
    return;
  }
  const target = fragmentTarget(hash);
  if (target) hold(content, () => target.scrollIntoView({ behavior: 'instant' }));
  else scrollTo({ top: 0, behavior: 'instant' });
}

/**
 * Runs `place` now and whenever `content` changes its size, until the reader does anything or some
 * seconds have passed.
 * @param {Element} content @param {() => void} place
 */
function hold(content, place) {
  place();
  const observer = new ResizeObserver(place);
  const held = new AbortController();
  const { signal } = held;
  release = () => {
    observer.disconnect();
    held.abort();
    release = undefined;
  };
  observer.observe(content);
  for (const sign of ['wheel', 'touchstart', 'pointerdown', 'keydown']) {
    addEventListener(sign, () => release?.(), { passive: true, signal });
  }
  setTimeout(() => signal.aborted || release?.(), HOLD_MS);
}
