// The sites under test, each built once a run by the broadsheet command.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kHostilePosts } from './hostile_posts.mjs';
import { kClockPosts, kLivePost, kManyPosts, kPosts, kRichPosts } from './posts.mjs';

const kRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const kCommand = process.env.BROADSHEET ?? join(kRoot, 'build/broadsheet');
const kAll = join(kRoot, 'build/browser-sites');
const kRun = join(kAll, String(process.ppid)); // the test runner: all files of one run share their sites

const kCorpus = join(kRoot, '../shared/corpus');
/** Where there is no corpus: why its tests are skipped. */
export const kNoCorpus = existsSync(kCorpus) ? false : `${kCorpus} is not there`;

const kRecipes = {
  root: () => ({ posts: fixture(), base: '/' }),
  blog: () => ({ posts: fixture(), base: '/blog/' }),
  rich: () => ({ posts: fixture('rich-posts', kRichPosts), base: '/blog/' }),
  hostile: () => ({ posts: fixture('hostile-posts', kHostilePosts), base: '/blog/' }),
  many: () => ({ posts: fixture('many-posts', kManyPosts), base: '/blog/' }),
  clock: () => ({ posts: fixture('clock-posts', kClockPosts.few), base: '/blog/' }),
  'clock-many': () => ({ posts: fixture('clock-many-posts', kClockPosts.many), base: '/blog/' }),
  own: () => ({ posts: join(kRoot, 'posts'), base: '/' }),
  attic: () => ({ posts: fixture(), base: '/blog/', after: addLivePost }),
  unpublished: () => ({ posts: fixture(), base: '/blog/', live: true }),
  'published-rust-blog': () => ({ posts: join(kCorpus, 'rust-blog'), base: '/' }),
  'published-18f-blog': () => ({ posts: join(kCorpus, '18f-blog'), base: '/' }),
  'rust-blog': () => ({ posts: join(kCorpus, 'rust-blog'), base: '/', live: true }),
  '18f-blog': () => ({ posts: join(kCorpus, '18f-blog'), base: '/', live: true }),
};

/** The folder of the site of that name. @param {keyof kRecipes} name */
export function siteFolder(name) {
  const folder = join(kRun, name);
  if (existsSync(folder)) return folder;
  forgetOldRuns();
  const { posts, base, live, after } = kRecipes[name]();
  const unfinished = `${folder}.${process.pid}`;
  const [program, ...args] = buildCommand(posts, unfinished, base);
  execFileSync(program, [...args, '--fresh', ...(live ? ['--live'] : [])], { stdio: ['ignore', 'ignore', 'pipe'] });
  after?.(unfinished);
  return putInPlace(unfinished, folder);
}

/** Whoever is first of several that make the same folder at a time. */
function putInPlace(unfinished, folder) {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(unfinished, { recursive: true });
  }
  return folder;
}

/** The command line that publishes a folder. */
export function buildCommand(posts, out, base) {
  return [kCommand, 'build', '--posts', posts, '--out', out, '--base', base];
}

function fixture(name = 'posts', posts = kPosts) {
  const folder = join(kRun, name);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  for (const [path, text] of Object.entries(posts)) {
    mkdirSync(join(unfinished, dirname(path)), { recursive: true });
    writeFileSync(join(unfinished, path), text);
  }
  return putInPlace(unfinished, folder);
}

/** As a writer does it on a host: a file more, and a line more in the list. */
function addLivePost(folder) {
  const listing = join(folder, 'posts/index.json');
  writeFileSync(join(folder, 'posts/attic.md'), kLivePost);
  writeFileSync(listing, JSON.stringify(['attic.md', ...JSON.parse(readFileSync(listing, 'utf8'))]));
}

function forgetOldRuns() {
  mkdirSync(kRun, { recursive: true });
  for (const run of readdirSync(kAll)) {
    if (run !== String(process.ppid) && !existsSync(`/proc/${run}`)) rmSync(join(kAll, run), { recursive: true, force: true });
  }
}

/** A copy of a site that a test may damage. @param {keyof kRecipes} name @param {string} copy */
export function copyOf(name, copy) {
  const folder = join(kRun, `${name}-${copy}-${process.pid}`);
  cpSync(siteFolder(name), folder, { recursive: true });
  return folder;
}
