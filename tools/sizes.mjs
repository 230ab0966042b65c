// sizes.mjs DIST
//
// Prints what a reader of the published site downloads, raw and compressed, and exits 1 when a
// budget (brotli, quality 11, each file by itself as a host sends it) is passed. 1 KB = 1024 bytes.
import { existsSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const kKilobyte = 1024;

// What reading never loads: searching but for its door, posts that are not published yet, those that are gone by
// now or pinned, and what only a long catalogue needs.
const kLater = /[/\\](search[/\\](?!start)[^/\\]+|core[/\\](live\w*|remote|expired|older|pinned)|app[/\\](notices|archive))\.js$/;

/** The files that reading may load: what `entry` imports, now or later, itself first. */
export function readingScripts(entry) {
  const files = [entry];
  for (const file of files) {
    const text = readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
    for (const match of text.matchAll(/\b(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)) {
      const target = join(dirname(file), match[1]);
      if (!files.includes(target) && !kLater.test(target)) files.push(target);
    }
  }
  return files;
}

function filesBelow(folder, suffix) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path, suffix);
    return entry.name.endsWith(suffix) ? [path] : [];
  });
}

/** The sums of the raw and compressed sizes of `files`. */
export function measure(files) {
  const sums = { raw: 0, gzip: 0, brotli: 0 };
  for (const file of files) {
    const bytes = readFileSync(file);
    sums.raw += bytes.length;
    sums.gzip += gzipSync(bytes, { level: 9 }).length;
    sums.brotli += brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }).length;
  }
  return sums;
}

/** What is measured: a title, the files, and the budget in KB where there is one. */
export function rows(dist) {
  const shell = join(dist, 'broadsheet');
  const wasm = (name) => [join(shell, 'wasm', `${name}.wasm`)];
  const theme = join(shell, 'app', 'theme.js');
  const reading = readingScripts(join(shell, 'app', 'main.js'));
  // Not a module: the page loads it by itself.
  if (existsSync(theme)) reading.push(theme);
  const rest = filesBelow(shell, '.js').filter((file) => !reading.includes(file));
  return [
    { title: 'Home page', files: [join(dist, 'index.html')] },
    { title: `Scripts, reading (${reading.length} files)`, files: reading, budget: 15 },
    { title: 'Style', files: filesBelow(shell, '.css'), budget: 8 },
    { title: 'Catalogue root', files: [join(shell, 'catalog.json')] },
    { title: 'read.wasm', files: wasm('read'), budget: 64 },
    { title: `Scripts, when needed (${rest.length} files)`, files: rest },
    { title: 'search.wasm', files: wasm('search'), budget: 40 },
    { title: 'explain.wasm', files: wasm('explain') },
    { title: 'publish.wasm', files: wasm('publish'), budget: 256 },
  ].map((row) => ({ ...row, missing: row.files.filter((file) => !existsSync(file)) }));
}

function print(cells) {
  console.log(cells.map((cell, i) => (i ? cell.padStart(11) : cell.padEnd(34))).join(''));
}

function main(dist) {
  let failed = 0;
  print(['What a reader downloads (bytes)', 'raw', 'gzip', 'brotli', 'budget']);
  for (const { title, files, budget, missing } of rows(dist)) {
    if (missing.length) {
      print([title, `missing: ${missing.join(', ')}`]);
      failed += 1;
      continue;
    }
    const { raw, gzip, brotli } = measure(files);
    const limit = budget && budget * kKilobyte;
    const over = limit && brotli > limit;
    print([title, `${raw}`, `${gzip}`, `${brotli}`, limit ? `${limit}${over ? ' OVER' : ''}` : '']);
    if (over) failed += 1;
  }
  if (failed) console.error(`${failed} over budget or missing`);
  return failed ? 1 : 0;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (process.argv.length !== 3) {
    console.error('usage: sizes.mjs DIST');
    process.exit(2);
  }
  process.exit(main(process.argv[2]));
}
