// The sites whose files are checked, published once a run.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, listFiles, native } from '../publish/folders.mjs';
import { kHostileFolder } from './hostile.mjs';

const kCorpus = '../shared/corpus';
const kSites = {
  own: { posts: 'posts', base: '/', url: 'https://broadsheet.example/' },
  'own below /blog/': { posts: 'posts', base: '/blog/', url: 'https://broadsheet.example/' },
  hostile: { posts: '', base: '/blog/', url: 'https://blog.example/' },
  'rust-blog': { posts: `${kCorpus}/rust-blog`, base: '/', foreign: true },
  '18f-blog': { posts: `${kCorpus}/18f-blog`, base: '/', foreign: true },
};

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-validity-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A published site. `foreign`: its posts were written for other programs. */
class Site {
  constructor(name, number) {
    const { posts, base, url, foreign = false } = kSites[name];
    Object.assign(this, { name, base, url, foreign, out: join(folder, `site-${number}`) });
    const folderOfPosts = posts || writeFolder(kHostileFolder);
    build(native, ['--posts', folderOfPosts, '--out', this.out, '--base', base, '--fresh']);
    this.files = listFiles(this.out);
    this.pages = this.files.filter((path) => path.endsWith('.html'));
    this.written = new Set(listFiles(folderOfPosts).map((path) => `posts/${path}`));
  }

  has(path) {
    return this.files.includes(path);
  }

  /** Whether the file was only copied from the posts' folder. */
  isCopied(path) {
    return this.written.has(path);
  }

  read(path) {
    return readFileSync(join(this.out, path), 'utf8');
  }

  /** Some `count` of the paths, the same ones each time. @param {string[]} paths */
  sample(paths, count) {
    const step = Math.max(1, paths.length / count);
    return paths.filter((_, place) => Math.floor(place / step) !== Math.floor((place - 1) / step));
  }
}

function writeFolder(files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, 'hostile', dirname(path)), { recursive: true });
    writeFileSync(join(folder, 'hostile', path), text);
  }
  return join(folder, 'hostile');
}

/** All that are to be had here. @type {Site[]} */
export const sites = Object.keys(kSites)
  .filter((name) => !kSites[name].foreign || existsSync(kSites[name].posts))
  .map((name, number) => new Site(name, number));
