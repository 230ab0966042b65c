// Each renderer with GitHub's extensions on, as a function from Markdown to HTML.
import { createRequire } from 'node:module';
import { HtmlRenderer, Parser } from 'commonmark';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { init, mdToHtml } from 'md4w';
import { init as initMd4x, renderToHtml } from 'md4x/wasm';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { openWasm } from '../../spec/engines.mjs';

const require = createRequire(import.meta.url);

/** @returns {Promise<Map<string, (markdown: string) => string>>} */
export async function openEngines() {
  const broadsheet = await openWasm();
  if (!broadsheet) throw new Error('read.wasm is not built; run ./build-wasm.sh');
  const markdownWasm = require('markdown-wasm/dist/markdown.node.js');
  const markdownIt = new MarkdownIt({ html: true, linkify: true });
  const parser = new Parser();
  const writer = new HtmlRenderer();
  await init('fast');
  await initMd4x();
  const github = { allowDangerousHtml: true, allowDangerousProtocol: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] };
  return new Map([
    ['broadsheet, posts', (markdown) => broadsheet({ markdown })],
    ['broadsheet, gfm', (markdown) => broadsheet({ markdown, dialect: 'gfm', html: 'trusted' })],
    ['broadsheet, commonmark', (markdown) => broadsheet({ markdown, dialect: 'commonmark', html: 'trusted' })],
    ['markdown-wasm', (markdown) => markdownWasm.parse(markdown)],
    ['md4w', (markdown) => mdToHtml(markdown)],
    ['md4x', (markdown) => renderToHtml(markdown)],
    ['commonmark.js (no GFM)', (markdown) => writer.render(parser.parse(markdown))],
    ['marked', (markdown) => /** @type {string} */ (marked.parse(markdown))],
    ['markdown-it', (markdown) => markdownIt.render(markdown)],
    ['micromark', (markdown) => micromark(markdown, github)],
  ]);
}
