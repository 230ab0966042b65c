// node run.mjs POSTS_FOLDER: publishes a copy of the posts with our command and with Hugo and Pagefind.
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('../../../', import.meta.url).pathname;
const source = process.argv[2];
if (!source || !existsSync(source)) throw new Error('usage: node run.mjs POSTS_FOLDER');
const command = process.env.BROADSHEET_NATIVE ?? join(root, 'build/release/broadsheet');
const pagefind = join(root, 'tests/bench/search/node_modules/.bin/pagefind');
const folder = mkdtempSync(join(tmpdir(), 'publish-bench-'));
const posts = join(folder, 'content/posts');
cpSync(source, posts, { recursive: true });
const markdown = readdirSync(posts).filter((name) => name.endsWith('.md')).sort();
// Hugo stops at tags of other generators' templates, so nobody gets any.
for (const name of markdown) {
  const path = join(posts, name);
  writeFileSync(path, readFileSync(path, 'utf8').replace(/\{(?=[{%])/g, '{ '));
}

/** Wall time of the first run, to which all others are compared. @type {number | undefined} */
let first;

/** Runs a program and prints what it took. */
function run(what, program, args) {
  const log = join(folder, 'time');
  const { status, stderr, error } = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', '-o', log, program, ...args], { cwd: folder, encoding: 'utf8' });
  if (error) return console.log(`${what.padEnd(34)} ${error.message}`);
  const complaint = status === 0 ? '' : `  ${stderr.trim().split('\n').find((line) => line.startsWith('E')) ?? 'failed'}`;
  const figures = readFileSync(log, 'utf8').trim().split('\n').at(-1) ?? '';
  const [wall, user, system, memory] = figures.split(' ').map(Number);
  first ??= wall;
  console.log(`${what.padEnd(34)} ${(wall / first).toFixed(2).padStart(5)} x  ${wall.toFixed(2).padStart(7)} s  ${(user + system).toFixed(2).padStart(7)} s CPU  ${(memory / 1024).toFixed(0).padStart(6)} MB${complaint}`);
}

function writeHugoSite() {
  writeFileSync(join(folder, 'hugo.toml'), 'baseURL = "https://bench.example/"\ntitle = "Bench"\n[markup.goldmark.renderer]\nunsafe = true\n');
  const head = '<!doctype html><html lang="en"><head><title>{{ .Title }}</title></head><body><main><h1>{{ .Title }}</h1>';
  const list = `${head}<ul>{{ range .Paginator.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a><p>{{ .Summary }}</p></li>{{ end }}</ul></main></body></html>`;
  mkdirSync(join(folder, 'layouts/_default'), { recursive: true });
  writeFileSync(join(folder, 'layouts/_default/single.html'), `${head}{{ .Content }}</main></body></html>`);
  for (const name of ['_default/list.html', '_default/term.html', 'index.html']) writeFileSync(join(folder, 'layouts', name), list);
}

console.log(`${markdown.length} posts`);
const ours = ['build', '--posts', posts, '--out', join(folder, 'ours'), '--shell', join(root, 'web'), '--modules', join(root, 'build/wasm')];
run('Broadsheet, everything', command, ours);
appendFileSync(join(posts, markdown.at(-1)), '\nheronry\n');
run('Broadsheet, a quick look at it', command, [...ours, '--quick']);
run('Broadsheet, one post changed', command, ours);
run('Broadsheet, nothing changed', command, ours);
writeHugoSite();
run('Hugo, everything', 'hugo', ['--quiet']);
appendFileSync(join(posts, markdown.at(-1)), '\nheronry\n');
run('Hugo, one post changed', 'hugo', ['--quiet']);
run('Pagefind on Hugo’s pages', pagefind, ['--site', join(folder, 'public')]);
rmSync(folder, { recursive: true });
