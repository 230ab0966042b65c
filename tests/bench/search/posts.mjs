import { basename, dirname } from 'node:path';
import { statSync } from 'node:fs';
import { markdownFiles, plainText, readPost } from './source.mjs';

/** The posts of a folder of Markdown as {id, title, text}, and the size of their files. */
export function readPosts(folder) {
  let markdownBytes = 0;
  const posts = markdownFiles(folder).map((path, number) => {
    markdownBytes += statSync(path).size;
    const { title, body } = readPost(path);
    const name = basename(path) === 'index.md' ? basename(dirname(path)) : basename(path, '.md');
    return { id: `${String(number).padStart(6, '0')}-${name}`, title: title || name, text: plainText(body) };
  });
  return { posts, markdownBytes };
}
