import { createRequire } from 'node:module';
import { HtmlRenderer, Parser } from 'commonmark';
import { renderNatively } from './engines.mjs';

const COUNT = Number(process.argv[2] ?? 20000);
const SEED = Number(process.argv[3] ?? 1);
const BATCH = 5000;
const MOST_SHOWN = 10;
const MOST_PIECES = 16;

const bench = createRequire(new URL('../bench/render/package.json', import.meta.url));
const { micromark } = await import(bench.resolve('micromark'));
const { gfmStrikethrough, gfmStrikethroughHtml } = await import(bench.resolve('micromark-extension-gfm-strikethrough'));
const { gfmTable, gfmTableHtml } = await import(bench.resolve('micromark-extension-gfm-table'));
const { gfmTaskListItem, gfmTaskListItemHtml } = await import(bench.resolve('micromark-extension-gfm-task-list-item'));

/** What texts are made of, by what the parser of which dialect looks at. */
const COMMONMARK = [
  'a', 'bc', ' ', ' ', '\n', '\n', '\n\n', '  ', '    ', '\t', '*', '**', '***', '_', '__', '`', '``', '```\n', '~~~\n', '[', ']', '(', ')',
  '[a]', '[a](b)', '![', '](', '[a]: b\n', '[a]: <b c> "d"\n', '<', '>', '> ', '- ', '* ', '+ ', '1. ', '2) ', '# ', '## ', ' #', '---\n', '===\n', '***\n',
  '\\', '&amp;', '&', '&#35;', '&copy', '!', '"', "'", '<b>', '</b>', '<a href="x">', '<!-- ', '-->', '<div>', '</div>\n', '<?', '?>', '<https://a.b>', '<a@b.c>', 'é', 'x\u00a0y', '“', '€', '.', ':', '+', '=', '-',
];
// Bare addresses are left out: micromark ends them at brackets, GitHub's own parser does not.
const GFM = [...COMMONMARK.filter((piece) => !/@|:\/\//.test(piece)), '|', '|', ' | ', '\n|-|-|\n', '|a|b|\n|-|:-:|\n', '-|-\n', '\\|', '~', '~~', '~~~', '- [ ] ', '- [x] '];

/** A generator of numbers below n (mulberry32). @param {number} seed @returns {(n: number) => number} */
function random(seed) {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  };
}

/** @param {string[]} pieces @param {(n: number) => number} next */
const make = (pieces, next) => Array.from({ length: 1 + next(MOST_PIECES) }, () => pieces[next(pieces.length)]).join('');

const parser = new Parser();
const writer = new HtmlRenderer();
const gfm = {
  allowDangerousHtml: true,
  allowDangerousProtocol: true,
  extensions: [gfmStrikethrough(), gfmTable(), gfmTaskListItem()],
  htmlExtensions: [gfmStrikethroughHtml(), gfmTableHtml(), gfmTaskListItemHtml()],
};

/** The same HTML in one spelling: space between blocks, attributes of tasks, empty bodies of tables. @param {string} html */
const spelled = (html) =>
  html
    .replaceAll(/<input([^>]*?) ?\/?>/g, (_, attributes) => `<input ${attributes.trim().split(/ +/).sort().join(' ')}>`)
    .replaceAll(/<tbody>\s*<\/tbody>/g, '')
    .trimEnd()
    .replaceAll(/\s*(<\/?(?:blockquote|li|ol|ul|p|pre|table|thead|tbody|tr|th|td|h\d|hr)\b[^>]*>)\s*/g, '$1');

/** Without what CommonMark leaves open, line ends in alternative texts and tabs at the end of lines, and empty paragraphs. @param {string} html */
const plain = (html) => html.replaceAll(/alt="[^"]*"/g, (alt) => alt.replaceAll('\n', ' ')).replaceAll(/\t+$/gm, '').replaceAll('<p></p>\n', '').replaceAll(/\t+(<\/(?:p|li|h\d)>)/g, '$1');

/**
 * Pairs of a text's two renderings that differ, of `count` texts.
 * @param {string} dialect @param {string[]} pieces @param {(markdown: string) => string} theirs @param {(html: string) => string} same
 */
function compare(dialect, pieces, theirs, same) {
  const next = random(SEED);
  let different = 0;
  for (let done = 0; done < COUNT; done += BATCH) {
    const texts = Array.from({ length: Math.min(BATCH, COUNT - done) }, () => make(pieces, next));
    const ours = renderNatively(texts.map((markdown) => ({ markdown, dialect, html: 'trusted' })));
    for (const [index, markdown] of texts.entries()) {
      const expected = theirs(markdown);
      if (same(ours[index]) === same(expected)) continue;
      if (++different <= MOST_SHOWN) console.log(`${JSON.stringify(markdown)}\n--- theirs\n${expected}--- ours\n${ours[index]}`);
    }
  }
  console.log(`${dialect}: ${different} of ${COUNT} texts differ (seed ${SEED})`);
  return different;
}

const different =
  compare('commonmark', COMMONMARK, (markdown) => writer.render(parser.parse(markdown)), plain) +
  compare('gfm', GFM, (markdown) => micromark(markdown, gfm), spelled);
console.log(`${different} differ in all`);
