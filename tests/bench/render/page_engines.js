// The renderers of engines.mjs as a page loads them: each maker gives a function from Markdown to HTML.
import { encode } from '/web/core/message.js';
import { loadModule } from '/web/core/module.js';

const npm = (/** @type {string} */ path) => import(`/npm/${path}`);

/** @param {string} dialect @param {string} html */
const ours = (dialect, html) => async () => {
  const core = await loadModule(new URL('/wasm/read.wasm', import.meta.url));
  return (/** @type {string} */ markdown) => core.text('read_markdown', encode({ dialect, html, markdown }));
};

/** @type {{[name: string]: () => Promise<(markdown: string) => string>}} */
export const makers = {
  'broadsheet, posts': ours('post', 'safe'),
  'broadsheet, gfm': ours('gfm', 'trusted'),
  'broadsheet, commonmark': ours('commonmark', 'trusted'),
  'markdown-wasm': async () => {
    const { parse, ready } = await npm('markdown-wasm/dist/markdown.es.js');
    await ready;
    return (markdown) => parse(markdown);
  },
  md4w: async () => {
    const { init, mdToHtml } = await npm('md4w/js/index.js');
    await init('fast');
    return mdToHtml;
  },
  md4x: async () => {
    const { init, renderToHtml } = await npm('md4x/lib/wasm/default.mjs');
    await init({ wasm: fetch('/npm/md4x/build/md4x.wasm') });
    return (markdown) => renderToHtml(markdown);
  },
  'commonmark.js (no GFM)': async () => {
    await npm('commonmark/dist/commonmark.js');
    const { HtmlRenderer, Parser } = /** @type {any} */ (globalThis).commonmark;
    const parser = new Parser();
    const writer = new HtmlRenderer();
    return (markdown) => writer.render(parser.parse(markdown));
  },
  marked: async () => {
    const { marked } = await npm('marked/lib/marked.esm.js');
    return (markdown) => marked.parse(markdown);
  },
  'markdown-it': async () => {
    const { default: MarkdownIt } = await npm('markdown-it/dist/browser/markdown-it.esm.min.mjs');
    const markdownIt = new MarkdownIt({ html: true, linkify: true });
    return (markdown) => markdownIt.render(markdown);
  },
};
