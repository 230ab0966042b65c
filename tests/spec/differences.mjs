// No extension changes a text that does not use it: what the dialect of posts makes of CommonMark's own
// examples differs only by what is listed here, each with its reason.

/** Additions that apply everywhere; taken away before the comparison. */
const ADDED = [
  / id="[^"]*"(?=[^<]*>)/g, // headings can be linked to
  / rel="external"/g, // links to other hosts are marked
  / tabindex="0"/g, // code can be scrolled by keyboard
  / loading="lazy" decoding="async"/g, // pictures do not hold up the text
];

/** Examples whose text uses an extension by accident, by number. */
export const USES = new Map([
  ...[548].map(explain('[[foo]] is a link to a post where no link definition says otherwise')),
  ...[572, 573, 576, 577, 584, 585, 586, 588, 589, 591].map(explain('an image with a title, alone: a figure')),
  ...[602, 606, 608, 611, 612].map(explain('a bare address is a link, as on GitHub')),
]);

/** Examples of GitHub's specification, of CommonMark 0.29 below it, where --dialect gfm differs, by number. */
export const OF_GFM = new Map([
  ...[140, 141, 142, 145, 147].map(explain('it filters tags in the section on that only: here it always does')),
  ...[398, 426, 434, 435, 436, 473, 474, 475, 477].map(explain('strong in strong is kept, as CommonMark has it')),
  ...[610, 614, 616, 619, 620].map(explain('it links bare addresses in the section on that only: here it always does')),
]);

/** @param {string} reason @returns {(number: number) => [number, string]} */
function explain(reason) {
  return (number) => [number, reason];
}

/** @param {string} html */
const plain = (html) => ADDED.reduce((text, pattern) => text.replaceAll(pattern, ''), html);

/**
 * @param {{number: number, markdown: string, html: string}[]} examples @param {string[]} posts
 * @returns {string[]}
 */
export function unexplained(examples, posts) {
  return examples.flatMap(({ number, markdown, html }, index) =>
    plain(posts[index]) === plain(html) || USES.has(number)
      ? []
      : [`CommonMark example ${number} differs in posts:\n${markdown}--- CommonMark\n${html}--- post\n${posts[index]}`],
  );
}
