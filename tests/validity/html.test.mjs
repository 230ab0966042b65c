// Published pages by the rules of HTML, as html-validate and the Nu checker know them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { isRfc3339 } from './values.mjs';
import { sites } from './sites.mjs';

const kJar = 'node_modules/vnu-jar/build/dist/vnu.jar';
const kSample = 25; // of a site whose pages are many, or are looked at elsewhere, so many
// It takes the file's own place for the site's.
const kPolicy = '.*Content Security Policy .meta tag.*';

/** What no page of ours is blamed for: what the checker says, and why we leave it. */
const kAlways = [
  [/^Trailing slash on void elements/, 'CommonMark writes <br /> and <img />, and so do we'],
  [/Unicode Normalization Form C/, 'words stay as they were written'],
  [/^Section lacks heading/, 'footnotes stand in a section, as GitHub has them'],
];

/** What a writer of raw HTML is to blame for, where it stands in the text of a post: our list of elements lets it pass. */
const kWriters = [
  [/scope|end tag|start tag|[Uu]nclosed|open elements|implicitly|not allowed (as child|in element)|not permitted|must not appear|Text not allowed/, 'the nesting of raw HTML is mended only where it would leave the text'],
  [/required|must have|is missing/, 'what an element lacks is not invented'],
  [/Bad value|invalid value|not in the required format|whitespace|begin with a letter/, 'values of harmless attributes stay'],
  [/obsolete|deprecated|not allowed on element|omit value|duplicated/, 'harmless elements and attributes of old stay'],
  [/[Tt]able|<tr>|Duplicate ID|first occurrence of ID|[Hh]eading|skipping|cannot be empty|Anchor link/, 'tables, headings and ids of raw HTML stay'],
  [/Forbidden code point/, 'signs in the text of a post stay'],
];

const kValidate = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:prettier'],
  rules: {
    'attribute-boolean-style': 'off', // CommonMark's task lists write disabled=""
    'long-title': 'off', // titles are the writer's
    'valid-id': ['error', { relaxed: true }], // a heading of digits has an id of digits
  },
};

/** The Nu checker's complaints, by page; one run for all sites. @type {Map<string, {line: number, message: string}[]> | undefined} */
let nu;

function nuComplaints(site, pages) {
  nu ??= runNu(sites.flatMap((each) => pagesOf(each).map((path) => join(each.out, path))));
  return pages.flatMap((path) => (nu.get(pathToFileURL(join(site.out, path)).pathname) ?? []).map((complaint) => ({ file: path, ...complaint })));
}

function runNu(files) {
  const { stderr, error } = spawnSync('java', ['-jar', kJar, '--format', 'json', '--filterpattern', kPolicy, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.ifError(error);
  const found = new Map();
  for (const { url, lastLine, message } of JSON.parse(stderr).messages) {
    const page = new URL(url).pathname;
    found.set(page, [...(found.get(page) ?? []), { line: lastLine, message }]);
  }
  return found;
}

async function validateComplaints(site, pages) {
  const checker = new HtmlValidate(new FileSystemConfigLoader(kValidate));
  const found = [];
  for (const path of pages) {
    const { results } = await checker.validateString(site.read(path), join(site.out, path));
    for (const { messages } of results) for (const { line, message, ruleId } of messages) found.push({ file: path, line, message: `${message} (${ruleId})` });
  }
  return found;
}

/** Those complaints that no exception covers; of posts, those about the writer's own text are the writer's. */
function serious(site, complaints) {
  return complaints.filter(({ file, line, message }) => {
    if (kAlways.some(([pattern]) => pattern.test(message))) return false;
    return !(mayBeOdd(site) && isWritten(site, file, line) && kWriters.some(([pattern]) => pattern.test(message)));
  }).map(({ file, line, message }) => `${file}:${line}: ${message}`);
}

const mayBeOdd = (site) => site.foreign || site.name === 'hostile';

/** Whether a line of a page is the text of a post (or, at the page's end, what an element left open there causes). */
function isWritten(site, file, line) {
  const lines = site.read(file).split('\n');
  const begin = lines.findIndex((text) => text.includes('<div class="prose">'));
  const end = lines.findLastIndex((text) => text.includes('<footer class="post-footer">'));
  return begin >= 0 && (line === undefined || (line > begin && line <= end + 1));
}

function pagesOf(site) {
  const pages = site.pages.filter((path) => !site.isCopied(path));
  return site.foreign || site.name.includes('below') ? site.sample(pages, kSample) : pages;
}

for (const site of sites) {
  describe(`pages: ${site.name}`, () => {
    test('the Nu checker', () => assert.deepEqual(serious(site, nuComplaints(site, pagesOf(site))), []));
    test('html-validate', async () => assert.deepEqual(serious(site, await validateComplaints(site, pagesOf(site))), []));
    test('what pages say to machines is JSON, with dates and addresses', () => {
      for (const path of pagesOf(site)) checkData(site.read(path), path);
    });
    test('what pages of their own link to is there', { skip: mayBeOdd(site) }, () => {
      assert.deepEqual(pagesOf(site).flatMap((path) => brokenLinks(site, path)), []);
    });
  });
}

function checkData(html, path) {
  for (const [, json] of html.matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g)) {
    const data = JSON.parse(json);
    assert.equal(data['@context'], 'https://schema.org', path);
    assert.ok(data.headline ?? data.name, path);
    for (const key of ['datePublished', 'dateModified', 'expires']) if (key in data) assert.ok(isRfc3339(data[key]), `${path}: ${data[key]}`);
    for (const key of ['url', 'image', 'mainEntityOfPage']) if (key in data) assert.ok(URL.canParse(data[key]), `${path}: ${data[key]}`);
  }
  const isRedirect = html.includes('<meta http-equiv="refresh"');
  assert.ok(isRedirect || html.includes('<h1'), path);
}

const decode = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name]);

/** Addresses of the site's own that lead to no file, or to no element of a page. */
function brokenLinks(site, path) {
  const html = site.read(path);
  const page = new URL(path.replace(/(^|\/)index\.html$/, '$1').split('/').map(encodeURIComponent).join('/'), `https://host.example${site.base}`);
  return Array.from(html.matchAll(/\s(?:href|src)="([^"]*)"/g), ([, address]) => new URL(decode(address), page))
    .filter((url) => url.host === page.host && !isThere(site, url)).map((url) => `${path}: ${url.pathname}${url.hash}`);
}

function isThere(site, url) {
  const inside = decodeURIComponent(url.pathname.slice(site.base.length));
  const file = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
  if (!url.pathname.startsWith(site.base) || !site.has(file)) return false;
  return !url.hash || !file.endsWith('.html') || site.read(file).includes(` id="${decodeURIComponent(url.hash.slice(1))}"`);
}

test('the checkers can fail', async () => {
  const broken = '<!doctype html><html lang="en"><head><title>t</title></head><body><p><div id="a"></div><b id="a"></p></body></html>';
  const { stderr } = spawnSync('java', ['-jar', kJar, '--format', 'json', '-'], { input: broken, encoding: 'utf8' });
  assert.match(stderr, /Duplicate ID/);
  const { errorCount } = await new HtmlValidate(new FileSystemConfigLoader(kValidate)).validateString(broken);
  assert.ok(errorCount > 1);
  const [site] = sites;
  const says = (message) => serious(site, [{ file: 'index.html', line: 1, message }]).length;
  assert.deepEqual([says('Duplicate ID “a”.'), says('Trailing slash on void elements has no effect')], [1, 0]);
});
