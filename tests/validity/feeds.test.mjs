// Feeds, sitemaps and what else machines read, by the rules of their formats.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { kAtomRules } from './atom.mjs';
import { kJsonFeedRules } from './json_feed.mjs';
import { kRssRules } from './rss.mjs';
import { broken } from './rules.mjs';
import { sites } from './sites.mjs';
import { kOpenSearchRules, kSitemapRules } from './sitemap.mjs';
import { readXml } from './xml.mjs';

const kSchema = new URL('atom.rng', import.meta.url).pathname;
const kNoIndex = /<meta name="robots" content="noindex">/;
const kMany = 60; // of the feeds of a site's tags, so many are looked at

/** What is wrong with the site's files of that name, by file. @param {(text: string, path: string) => string[]} check */
function troubles(site, name, check) {
  const paths = site.files.filter((path) => path === name || path.endsWith(`/${name}`)).filter((path) => !path.startsWith('posts/'));
  return site.sample(paths, kMany).flatMap((path) => {
    try {
      return check(site.read(path), path).map((trouble) => `${path}: ${trouble}`);
    } catch (error) {
      return [`${path}: ${error.message}`];
    }
  });
}

/** What xmllint, which is not ours, says of the files. */
function lint(site, paths, ...options) {
  const result = spawnSync('xmllint', ['--noout', '--nonet', ...options, ...paths.map((path) => join(site.out, path))], { encoding: 'utf8' });
  assert.ifError(result.error);
  return result.stderr.split('\n').filter((line) => line && !/ validates$/.test(line));
}

for (const site of sites) {
  // Without a public address RSS and JSON Feed cannot be valid, and docs/site.md says so.
  const hasAddress = site.url !== undefined;
  describe(`for machines: ${site.name}`, () => {
    test('Atom', () => {
      assert.ok(site.files.includes('atom.xml'));
      assert.deepEqual(troubles(site, 'atom.xml', (text) => broken(kAtomRules, readXml(text))), []);
      assert.deepEqual(lint(site, site.sample(site.files.filter((path) => path.endsWith('atom.xml')), kMany), '--relaxng', kSchema), []);
    });

    test('RSS', { skip: !hasAddress }, () => {
      assert.ok(site.files.includes('rss.xml'));
      assert.deepEqual(troubles(site, 'rss.xml', (text) => broken(kRssRules, readXml(text))), []);
    });

    test('JSON Feed', { skip: !hasAddress }, () => {
      assert.ok(site.files.includes('feed.json'));
      assert.deepEqual(troubles(site, 'feed.json', (text) => broken(kJsonFeedRules, JSON.parse(text))), []);
    });

    test('XML of all kinds is well-formed', () => {
      const paths = site.files.filter((path) => path.endsWith('.xml') && !path.startsWith('posts/'));
      assert.deepEqual(lint(site, site.sample(paths, kMany)), []);
    });

    test('sitemap, its pages, and robots.txt', { skip: !hasAddress }, () => checkSitemap(site));
    test('search description', { skip: !hasAddress }, () => {
      assert.deepEqual(troubles(site, 'opensearch.xml', (text) => broken(kOpenSearchRules, readXml(text))), []);
    });

    test('manifest', () => {
      const { name, icons, start_url: start, scope } = JSON.parse(site.read('manifest.webmanifest'));
      assert.ok(name);
      assert.ok(start.startsWith(scope) && start === site.base);
      assert.deepEqual(icons.filter(({ src }) => !site.files.includes(src.slice(site.base.length))), []);
    });
  });
}

function checkSitemap(site) {
  const home = site.url + site.base.slice(1);
  const text = site.read('sitemap.xml');
  const root = readXml(text);
  assert.deepEqual(broken(kSitemapRules, { root, home, bytes: text.length }), []);
  const files = root.children.map(({ children }) => `${decodeURIComponent(children[0].text.slice(home.length))}`.replace(/(^|\/)$/, '$1index.html'));
  assert.deepEqual(files.filter((file) => !site.files.includes(file)), [], 'what it lists is there');
  assert.deepEqual(files.filter((file) => kNoIndex.test(site.read(file))), [], 'what it lists may be found');
  const left = site.pages.filter((file) => !files.includes(file) && !/(^|\/)page\/\d+\/index\.html$/.test(file));
  assert.deepEqual(left.filter((file) => !kNoIndex.test(site.read(file))), [], 'what may be found is listed, but for further pages');
  assert.ok(site.read('robots.txt').split('\n').includes(`Sitemap: ${home}sitemap.xml`));
}
