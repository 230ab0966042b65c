// layers.mjs [ROOT]
//
// Holds the graph of src/README.md: who may include whom in src/, who may import whom in web/, no
// circles, and the few things that only one place may touch. Prints `file: problem`, exits 1 on any.
import { existsSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const kBelow = {
  base: [],
  text: ['base'],
  markdown: ['base'],
  post: ['base'],
  io: ['base'],
  index: ['base', 'text'],
  search: ['base', 'text', 'index'],
  view: ['base', 'markdown', 'post'],
  site: ['base', 'text', 'markdown', 'post', 'io', 'index', 'view'],
  cli: ['base', 'text', 'markdown', 'post', 'io', 'index', 'search', 'view', 'site'],
  'wasm/exchange': ['base'],
  'wasm/read': ['base', 'markdown', 'post', 'view'],
  'wasm/search': ['base', 'text', 'index', 'search'],
  'wasm/explain': ['search', 'wasm/search'],
  'wasm/publish': ['base', 'text', 'markdown', 'post', 'io', 'index', 'view', 'site'],
};

const kImports = {
  lib: ['lib'],
  core: ['lib', 'core'],
  search: ['lib', 'core', 'search'],
  app: ['lib', 'core', 'app'],
};

// What stands in angle brackets, and the files that alone may have it.
const kReserved = [
  [/^(cmark|node\.h|parser\.h|registry\.h|syntax_extension\.h|inlines\.h|houdini\.h)/, /^markdown\//],
  [/^yaml\.h$/, /^post\//],
  [/^snowball\//, /^text\//],
  [/^(fstream|filesystem|fcntl\.h|dirent\.h|sys\/.*)$/, /^io\/real_/],
  [/^unistd\.h$/, /^(io\/real_|cli\/terminal)/],
  [/^(iostream|ostream|istream|chrono|ctime|time\.h|random)$/, /^(io\/real_|cli\/)/],
  [/^(thread|future|condition_variable)$/, /^(io\/real_|cli\/|base\/parallel_)/],
  [/^(mutex|atomic)$/, /^(io\/(real|memory)_|cli\/|site\/|base\/parallel_)/],
  [/^(sstream|regex|locale|clocale|locale\.h|format|expected)$/, /^$/],
  [/^emscripten/, /^wasm\//],
];

// Words in the code, and the files that alone may have them.
const kWords = [
  [/\b__EMSCRIPTEN__\b/, /^wasm\//, 'only src/wasm knows Emscripten'],
  [/\b(fopen|freopen|tmpfile|fread)\b/, /^(io\/real_|cli\/)/, 'only io/real_ touches files'],
  [/\b(printf|fprintf|vfprintf|puts|fputs|putchar|fwrite|stdout|stderr)\b/, /^(cli\/|io\/real_)/,
    'only cli talks to the terminal'],
  [/\b(throw|try|catch|dynamic_cast|typeid)\b/, /^io\/real_/, 'the core has no exceptions and no RTTI'],
];

function filesBelow(folder, pattern) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path, pattern);
    return pattern.test(entry.name) ? [path] : [];
  });
}

/** C++ without comments, and without the contents of its strings and characters. */
export function bareCode(text) {
  return text.replace(
    /\/\/[^\n]*|\/\*[^]*?\*\/|R"([^\s()\\]{0,16})\([^]*?\)\1"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'/g,
    (match) => (match.startsWith('/') ? ' ' : '""'),
  );
}

/** Every circle of `graph` (file → files), each once, as a list that ends where it began. */
export function circles(graph) {
  const found = [];
  const state = new Map();
  const walk = (file, trail) => {
    state.set(file, 'open');
    for (const next of graph.get(file) ?? []) {
      if (state.get(next) === 'open') found.push([...trail.slice(trail.indexOf(next)), next]);
      else if (!state.has(next)) walk(next, [...trail, next]);
    }
    state.set(file, 'done');
  };
  for (const file of graph.keys()) if (!state.has(file)) walk(file, [file]);
  return found;
}

function layerOf(file) {
  const folder = dirname(file);
  if (folder !== 'wasm') return folder;
  return `wasm/${basename(file).split(/[_.]/)[0]}`;
}

/** Whether `file` of src/index belongs to its reading side, by the FILES of its CMakeLists.txt. */
function readingSide(source) {
  const lists = join(source, 'index', 'CMakeLists.txt');
  const text = existsSync(lists) ? readFileSync(lists, 'utf8') : '';
  const globs = /index_read\s+(?:SPEED\s+)?FILES\s+([^)]*?)\s+(?:DEPENDS|PRIVATE|SPEED|\))/.exec(text)?.[1] ?? '';
  const stems = globs.split(/\s+/).filter(Boolean)
    .map((glob) => glob.replace(/\.cc$/, '').replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*'));
  const pattern = new RegExp(`^index/(${stems.join('|')})\\.(cc|h)$`);
  // A header without a .cc of its own is a vocabulary of both sides.
  return (file) => !file.startsWith('index/') || pattern.test(file) ||
    !existsSync(join(source, file.replace(/\.h$/, '.cc')));
}

function checkInclude(file, target, source, reads) {
  const from = layerOf(file);
  const to = layerOf(target);
  if (!target.includes('/')) {
    return from === 'markdown' ? null : `includes "${target}", which is not ours; only markdown has cmark`;
  }
  if (!existsSync(join(source, target))) return `includes "${target}", which src/ does not have`;
  if (!(from in kBelow)) return `stands in a folder that src/README.md does not know`;
  if (from !== to && !kBelow[from].includes(to) && !(to === 'wasm/exchange' && from.startsWith('wasm/'))) {
    return `includes "${target}", but ${from} may not use ${to}`;
  }
  if (/^io\/real_/.test(target) && !/^(io\/real_|cli\/)/.test(file)) {
    return `includes "${target}", but only cli may use the real files`;
  }
  const readsOnly = from === 'search' || from === 'wasm/search' || (from === 'index' && reads(file) &&
    existsSync(join(source, file.replace(/\.h$/, '.cc'))));
  if (readsOnly && !reads(target)) return `includes "${target}", but may only use the index's reading side`;
  return null;
}

/** The problems of the C++ in `source`, a list of `file: problem`. */
export function checkSource(source) {
  const problems = [];
  const graph = new Map();
  const reads = readingSide(source);
  for (const path of filesBelow(source, /\.(cc|h)$/)) {
    const file = relative(source, path);
    const text = readFileSync(path, 'utf8');
    const includes = [...text.matchAll(/^\s*#\s*include\s+(["<])([^">]+)[">]/gm)];
    graph.set(file, includes.filter(([, kind]) => kind === '"').map(([, , name]) => name));
    for (const [, kind, name] of includes) {
      if (kind === '"') {
        const problem = checkInclude(file, name, source, reads);
        if (problem) problems.push(`src/${file}: ${problem}`);
      }
      for (const [pattern, allowed] of kReserved) {
        if (pattern.test(name) && kind === '<' && !allowed.test(file)) {
          problems.push(`src/${file}: includes <${name}>, which this layer may not`);
        }
      }
    }
    const code = bareCode(text);
    for (const [pattern, allowed, why] of kWords) {
      const word = pattern.exec(code);
      if (word && !allowed.test(file)) problems.push(`src/${file}: says ${word[0]}, but ${why}`);
    }
  }
  for (const circle of circles(graph)) problems.push(`src/${circle[0]}: a circle: ${circle.join(' -> ')}`);
  return problems;
}

/** The problems of the scripts in `web`, a list of `file: problem`. */
export function checkShell(web) {
  const problems = [];
  const graph = new Map();
  for (const path of filesBelow(web, /\.js$/)) {
    const file = relative(web, path);
    const folder = file.split('/')[0];
    const text = readFileSync(path, 'utf8').replace(/\/\*[^]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
    const imports = [...text.matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1]);
    const own = imports.filter((name) => name.startsWith('.'))
      .map((name) => normalize(join(dirname(file), name)));
    graph.set(file, own);
    for (const name of imports) {
      if (name.startsWith('.')) continue;
      problems.push(`web/${file}: imports '${name}', but the shell has no packages`);
    }
    for (const target of own) {
      const allowed = kImports[folder] ?? [folder];
      if (!existsSync(join(web, target))) problems.push(`web/${file}: imports ${target}, which is not there`);
      else if (file !== 'app/main.js' && !allowed.includes(target.split('/')[0])) {
        problems.push(`web/${file}: imports ${target}, but ${folder} may not use ${target.split('/')[0]}`);
      }
    }
  }
  for (const circle of circles(graph)) problems.push(`web/${circle[0]}: a circle: ${circle.join(' -> ')}`);
  return problems;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const problems = [...checkSource(join(root, 'src')), ...checkShell(join(root, 'web'))];
  for (const problem of problems) console.log(problem);
  console.log(problems.length ? `${problems.length} problems` : 'layers hold');
  process.exit(problems.length ? 1 : 0);
}
