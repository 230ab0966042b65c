// Tells of changes below a folder, as long as the program runs.
import { readdirSync, realpathSync, watch } from 'node:fs';
import { join, relative } from 'node:path';

const kCalmMs = 150;
const kRetryMs = 500;
const kSkipped = ['ENOENT', 'EACCES']; // gone meanwhile, which the folder above tells; or unreadable, for the build too

function realPath(path) {
  try {
    return realpathSync(path);
  } catch {
    return undefined; // a link to nothing
  }
}

function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** What has to be watched: `root` and the folders below it, and what links lead to, each once by its real
 * name, as `broadsheet build` follows them. Folders around `root` are left out: the site is written there. */
function watchedPaths(root) {
  const paths = new Set([root]);
  for (const at of paths) {
    for (const entry of entriesOf(at)) {
      if (entry.name.startsWith('.') || !(entry.isDirectory() || entry.isSymbolicLink())) continue;
      const path = realPath(join(at, entry.name));
      if (path && relative(path, root).startsWith('..')) paths.add(path);
    }
  }
  return paths;
}

function watchAll(root, notice) {
  const watchers = [];
  for (const path of watchedPaths(root)) {
    try {
      watchers.push(watch(path, notice).on('error', notice));
    } catch (error) {
      if (path !== root && kSkipped.includes(error.code)) continue;
      for (const watcher of watchers) watcher.close();
      throw error;
    }
  }
  return watchers;
}

/** Calls `changed` once after each burst of changes below `folder`, new folders included, until the
 * function that it returns is called. Where the folder cannot be watched, as when it is gone, calls `lost`
 * with the error, once, and `changed` when it can be again. */
export function watchTree(folder, changed, lost = () => {}) {
  let watchers = [];
  let timer;
  let isLost = false;
  const stop = () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
    watchers = [];
  };
  const notice = () => {
    clearTimeout(timer);
    timer = setTimeout(() => start() && changed(), kCalmMs);
  };
  function start() {
    stop();
    try {
      watchers = watchAll(realpathSync(folder), notice);
      isLost = false;
    } catch (error) {
      if (!isLost) lost(error);
      isLost = true;
      timer = setTimeout(() => start() && changed(), kRetryMs);
    }
    return !isLost;
  }
  start();
  return stop;
}
