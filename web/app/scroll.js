// Where the page is scrolled to: remembered for every history entry, and held while a page that has just
// been shown still grows (images without a size, late fonts).

const STORE = 'broadsheet-scroll';
const MOST_ENTRIES = 100;
const HOLD_MS = 4000;

/** @type {Map<string, number>} */
const positions = new Map(stored());

/** @returns {[string, number][]} */
function stored() {
  try {
    return JSON.parse(sessionStorage.getItem(STORE) ?? '[]');
  } catch {
    return [];
  }
}

/** @param {string} key of the history entry that is on screen */
export function rememberScroll(key) {
  positions.delete(key);
  positions.set(key, Math.round(scrollY));
  try {
    sessionStorage.setItem(STORE, JSON.stringify([...positions].slice(-MOST_ENTRIES)));
  } catch {
    // Storage is full or refused: the map serves as long as the page lives.
  }
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

/** @type {(() => void) | undefined} */
let release;

/** Lets go of the place that is being held. */
export function releaseScroll() {
  release?.();
}

/**
 * Scrolls to where the entry was left, else to the fragment, else to the top.
 * @param {{key: string, hash: string, isTraversal: boolean}} place
 * @param {Element} content that may still grow
 */
export function placeScroll({ key, hash, isTraversal }, content) {
  const top = isTraversal ? positions.get(key) : undefined;
  if (top !== undefined) {
    hold(content, () => scrollTo({ top, behavior: 'instant' }), () => Math.abs(scrollY - top) < 1 && top === 0);
    return;
  }
  const target = fragmentTarget(hash);
  if (target) hold(content, () => target.scrollIntoView({ behavior: 'instant' }), () => false);
  else scrollTo({ top: 0, behavior: 'instant' });
}

/**
 * Runs `place` now and whenever `content` changes its size, until it is done, the reader does anything,
 * or some seconds have passed.
 * @param {Element} content @param {() => void} place @param {() => boolean} isDone
 */
function hold(content, place, isDone) {
  release?.();
  place();
  if (isDone()) return;
  const observer = new ResizeObserver(place);
  const timer = setTimeout(() => release?.(), HOLD_MS);
  const signs = ['wheel', 'touchstart', 'pointerdown', 'keydown'];
  release = () => {
    observer.disconnect();
    clearTimeout(timer);
    for (const sign of signs) removeEventListener(sign, releaseScroll);
    release = undefined;
  };
  observer.observe(content);
  for (const sign of signs) addEventListener(sign, releaseScroll, { passive: true });
}
