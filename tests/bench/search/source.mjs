import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** All Markdown files under a folder, sorted. */
export function markdownFiles(folder) {
  const found = [];
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) found.push(...markdownFiles(path));
    else if (name.endsWith('.md') && name !== '_index.md' && name !== 'README.md') found.push(path);
  }
  return found;
}

/** A post's title and body; front matter may be TOML between +++ or YAML between ---. */
export function readPost(path) {
  const text = readFileSync(path, 'utf8').replace(/\r\n?/g, '\n');
  const match = /^(\+\+\+|---)\n([\s\S]*?)\n\1\n?/.exec(text);
  const front = match?.[2] ?? '';
  const title = /^title\s*[:=]\s*["']?(.*?)["']?\s*$/m.exec(front)?.[1] ?? '';
  return { title, front, body: text.slice(match?.[0].length ?? 0) };
}

/** Blocks of a body: what blank lines part, code fences whole; headings are told apart. */
export function blocks(body) {
  const out = [];
  let block = [];
  let fence = '';
  const flush = () => {
    const text = block.join('\n');
    block = [];
    if (text.trim() === '') return;
    const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(text);
    out.push(heading ? { heading: heading[1] } : { text });
  };
  for (const line of body.split('\n')) {
    const mark = /^\s*(```|~~~)/.exec(line)?.[1];
    if (fence === '' && (line.trim() === '' || line.startsWith('#'))) flush();
    if (mark) fence = fence === '' ? mark : fence === mark ? '' : fence;
    if (line.trim() !== '' || fence !== '') block.push(line);
    if (fence === '' && line.startsWith('#')) flush();
  }
  flush();
  return out;
}

/** Words in small letters, as a naive reader sees them. */
export function wordsOf(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Markdown as plain text, roughly: what the peers that take text are given. */
export function plainText(markdown) {
  return markdown
    .replace(/^\s*(```|~~~).*$/gm, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*\[[^\]]+\]:.*$/gm, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/[*_`>|]/g, ' ');
}
