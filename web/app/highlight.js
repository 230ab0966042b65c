// Colours code through the browser's own highlights: no element is added, so a page made ahead and one
// made in the tab stay the same, and a browser that lacks them shows plain code.
import { codeTokens } from '../lib/code_tokens.js';

const MOST_CHARACTERS = 50_000; // in one block; more is data, not something to read

/** @param {Element} main whose code blocks are coloured, and no others any more */
export function highlightCode(main) {
  const registry = globalThis.CSS?.highlights;
  if (!registry) return;
  /** @type {Map<string, Range[]>} */
  const ranges = new Map(['comment', 'string', 'number', 'keyword'].map((kind) => [kind, []]));
  for (const block of main.querySelectorAll('pre > code[class^="language-"]')) {
    const text = block.textContent ?? '';
    if (text.length > MOST_CHARACTERS) continue;
    const place = placesIn(block);
    for (const { kind, from, to } of codeTokens(text, block.className.slice('language-'.length))) {
      const range = new Range();
      range.setStart(...place(from));
      range.setEnd(...place(to));
      ranges.get(kind)?.push(range);
    }
  }
  for (const [kind, found] of ranges) registry.set(`code-${kind}`, new Highlight(...found));
}

/**
 * From an offset in the text of `block` to its place in the DOM; offsets must not decrease.
 * @param {Element} block
 * @returns {(offset: number) => [Node, number]}
 */
function placesIn(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let node = /** @type {Text} */ (walker.nextNode());
  let start = 0;
  return (offset) => {
    while (offset > start + node.length) {
      start += node.length;
      node = /** @type {Text} */ (walker.nextNode());
    }
    return [node, offset - start];
  };
}
