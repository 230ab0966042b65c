// The protocol of sitemaps, version 0.9, and what else search engines are handed.
import { repeated, unless } from './rules.mjs';
import { isWebUrl, isW3cDate } from './values.mjs';
import { childrenOf } from './xml.mjs';

const kSitemaps = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const kOpenSearch = 'http://a9.com/-/spec/opensearch/1.1/';
const kParts = { urlset: 'url', sitemapindex: 'sitemap' };
const kKnown = { url: ['loc', 'lastmod', 'changefreq', 'priority'], sitemap: ['loc', 'lastmod'] };

const texts = (parents, name) => parents.flatMap((parent) => childrenOf(parent, name)).map(({ text }) => text);

/** @typedef {{root: import('./xml.mjs').Element, bytes: number, home: string}} Sitemap `home`: the folder it lies in */

/** @type {import('./rules.mjs').Rule<Sitemap>[]} */
export const kSitemapRules = [
  ['the root is a set or an index of the protocol', ({ root }) => unless(root.name in kParts && root.namespace === kSitemaps, root.name)],
  ['each part is of the one kind', ({ root }) => root.children.filter(({ name, namespace }) => name !== kParts[root.name] || namespace !== kSitemaps).map(({ name }) => name)],
  ['there is a part', ({ root }) => unless(root.children.length, root.name)],
  ['each part has one address', ({ root }) => root.children.filter((part) => childrenOf(part, 'loc').length !== 1).map(({ text }) => text)],
  ['each element is known there, and there once', ({ root }) => root.children.flatMap(({ name, children }) => [
    ...children.filter((child) => !kKnown[name]?.includes(child.name)).map((child) => child.name), ...repeated(children.map((child) => child.name))])],
  ['an address is one of the web', ({ root }) => texts(root.children, 'loc').filter((url) => !isWebUrl(url))],
  ['an address has no more than 2,047 characters', ({ root }) => texts(root.children, 'loc').filter((url) => url.length > 2047)],
  ['an address lies below the sitemap', ({ root, home }) => texts(root.children, 'loc').filter((url) => !url.startsWith(home))],
  ['no address stands twice', ({ root }) => repeated(texts(root.children, 'loc'))],
  ['a date is in the form of the W3C', ({ root }) => texts(root.children, 'lastmod').filter((date) => !isW3cDate(date))],
  ['a sitemap has at most 50,000 addresses and 50 MB', ({ root, bytes }) => unless(root.children.length <= 50_000 && bytes <= 50 * 1024 * 1024, `${root.children.length}, ${bytes} bytes`)],
];

/** OpenSearch 1.1. @type {import('./rules.mjs').Rule<import('./xml.mjs').Element>[]} */
export const kOpenSearchRules = [
  ['the root is its description', (root) => unless(root.name === 'OpenSearchDescription' && root.namespace === kOpenSearch, root.name)],
  ['one short name of up to 16 characters', (root) => unless(texts([root], 'ShortName').length === 1 && /^.{1,16}$/u.test(texts([root], 'ShortName')[0]), texts([root], 'ShortName'))],
  ['one description of up to 1,024 characters', (root) => unless(texts([root], 'Description').length === 1 && /^[^]{1,1024}$/u.test(texts([root], 'Description')[0]), texts([root], 'Description'))],
  ['an address with a place for the words', (root) => unless(childrenOf(root, 'Url').some(({ attributes }) => attributes.get('type') === 'text/html' && isWebUrl((attributes.get('template') ?? '').replace('{searchTerms}', 'x')) && /\{searchTerms\}/.test(attributes.get('template') ?? '')), 'Url')],
];
