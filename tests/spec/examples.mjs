// Reads spec files: an example is a fence of 32 backticks with the word `example` and options behind it,
// then Markdown, a line with a dot, HTML, and the closing fence. `→` stands for a tab.
import { readFileSync } from 'node:fs';

const FENCE = '`'.repeat(32);

/**
 * @typedef {{number: number, line: number, section: string, options: string[], markdown: string, html: string}} Example
 * @param {string} path
 * @returns {Example[]}
 */
export function examplesOf(path) {
  /** @type {Example[]} */
  const examples = [];
  let section = '';
  let part = '';
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    const current = examples.at(-1);
    if (part === '' && line.startsWith(`${FENCE} example`)) {
      const options = line.slice(FENCE.length).trim().split(/\s+/).slice(1);
      const number = examples.length + 1;
      examples.push({ number, line: index + 1, section, options, markdown: '', html: '' });
      part = 'markdown';
    } else if (part === 'markdown' && line === '.') {
      part = 'html';
    } else if (part !== '' && line === FENCE) {
      part = '';
    } else if (part === 'markdown' && current) {
      current.markdown += `${line.replaceAll('→', '\t')}\n`;
    } else if (part === 'html' && current) {
      current.html += `${line.replaceAll('→', '\t')}\n`;
    } else {
      section = /^#+ +(.*)$/.exec(line)?.[1] ?? section;
    }
  }
  return examples;
}
