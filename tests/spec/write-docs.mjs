import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HERE = import.meta.dirname;
const DOCS = join(HERE, '../../docs/markdown.md');
const ORDER = [
  'headings', 'links', 'images', 'code', 'tables', 'tasks', 'footnotes', 'alerts', 'definition-lists', 'marks', 'math',
  'emoji', 'attributes', 'smart', 'excerpt', 'raw-html',
];
const INTRODUCTION = `# Markdown

<!-- Written by tests/spec/write-docs from the spec files beside it; every example here is run by the tests. -->

Posts are [CommonMark 0.31.2](https://spec.commonmark.org/0.31.2/) with GitHub's tables, task lists, strikethrough and
bare links, and what follows. A text that uses none of it is rendered as CommonMark says; the additions that apply
everywhere are ids of headings, \`rel="external"\`, \`loading\` and \`decoding\` of images, and the \`tabindex\` by which code
and tables can be scrolled. \`broadsheet render --dialect gfm\` and \`--dialect commonmark\` leave them out.

Quotes, lists and the like nest at most 100 deep, emphasis at most 200. Any bytes are a text: what is no UTF-8 becomes U+FFFD.
`;

/** One spec file as a chapter: each example as source and result. @param {string} name */
function chapter(name) {
  const text = readFileSync(join(HERE, `${name}.md`), 'utf8').replace(/^# /, '## ');
  const example = /^`{32} example ?(.*)\n([^]*?)^\.\n([^]*?)^`{32}$/gm;
  return text.replace(example, (_, options, markdown, html) => {
    const note = options ? `With \`${options}\`:\n\n` : '';
    return `${note}${fenced('markdown', markdown)}\n\n${fenced('html', html)}`;
  });
}

/** @param {string} language @param {string} text */
function fenced(language, text) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}${text.endsWith('\n') ? '' : '\n'}${fence}`;
}

const docs = [INTRODUCTION, ...ORDER.map(chapter)].join('\n');
if (!process.argv.includes('--check')) {
  writeFileSync(DOCS, docs);
} else if (docs !== readFileSync(DOCS, 'utf8')) {
  console.log('docs/markdown.md is stale; run tests/spec/write-docs');
  process.exitCode = 1;
}
