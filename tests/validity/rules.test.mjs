// The checks themselves: each finds what it is there for.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { kAtomRules } from './atom.mjs';
import { kJsonFeedRules } from './json_feed.mjs';
import { kRssRules } from './rss.mjs';
import { broken } from './rules.mjs';
import { kOpenSearchRules, kSitemapRules } from './sitemap.mjs';
import { isLanguage, isRfc3339, isRfc822, isW3cDate, isWebUrl } from './values.mjs';
import { readXml } from './xml.mjs';

const kAtom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>T</title><id>https://a.example/f</id>
<link rel="self" type="application/atom+xml" href="https://a.example/f"/><updated>2026-01-02T00:00:00Z</updated><author><name>A</name></author>
<entry><title>E</title><id>https://a.example/e</id><link rel="alternate" type="text/html" href="https://a.example/e"/>
<published>2026-01-01T00:00:00Z</published><updated>2026-01-02T00:00:00Z</updated><category term="c"/><content type="html">x</content></entry></feed>`;

const kRss = `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>T</title><link>https://a.example/</link><description>D</description><language>en</language>
<atom:link rel="self" type="application/rss+xml" href="https://a.example/rss.xml"/>
<item><title>I</title><link>https://a.example/i</link><guid isPermaLink="true">https://a.example/i</guid><pubDate>Thu, 01 Jan 2026 00:00:00 +0000</pubDate><description>x</description></item></channel></rss>`;

const kJson = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', home_page_url: 'https://a.example/', language: 'en', authors: [{ name: 'A' }], items: [{ id: 'i', url: 'https://a.example/i', content_html: 'x', tags: ['t'], date_published: '2026-01-01T00:00:00Z', date_modified: '2026-01-02T00:00:00Z' }] });

const kSitemap = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/</loc><lastmod>2026-01-01</lastmod></url><url><loc>https://a.example/b</loc></url></urlset>';
const kSearch = '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>T</ShortName><Description>D</Description><Url type="text/html" template="https://a.example/?q={searchTerms}"/></OpenSearchDescription>';

const kFormats = {
  Atom: { good: kAtom, check: (text) => broken(kAtomRules, readXml(text)) },
  RSS: { good: kRss, check: (text) => broken(kRssRules, readXml(text)) },
  'JSON Feed': { good: kJson, check: (text) => broken(kJsonFeedRules, JSON.parse(text)) },
  sitemap: { good: kSitemap, check: (text) => broken(kSitemapRules, { root: readXml(text), bytes: text.length, home: 'https://a.example/' }) },
  OpenSearch: { good: kSearch, check: (text) => broken(kOpenSearchRules, readXml(text)) },
  schema: { good: kAtom, check: validate },
};

/** [format, what is replaced, by what, what the complaint says]. */
const kDamages = [
  ['Atom', /2005/g, '2006', /root/], ['Atom', 'xml:lang="en"', 'xml:lang="e n"', /xml:lang/],
  ['Atom', '<title>T', '<title type="xhtml">T', /3\.1\.1/], ['Atom', '<title>T', '<title><b/>T', /3\.1\.1/], ['Atom', '<name>A</name>', '<name/>', /person has a name/], ['Atom', '<name>A</name>', '<name>A</name><url/>', /3\.2/],
  ['Atom', '01-01T00:00:00Z', '01-01', /3\.3/], ['Atom', '01-01T00', '02-30T00', /3\.3/], ['Atom', '<entry>', '<entry><pubDate/>', /known/], ['Atom', '<id>https://a.example/e</id>', '', /one of each/],
  ['Atom', '<title>E</title>', '<title>E</title><title/>', /one of each/], ['Atom', '<content', '<content/><content', /at most/], ['Atom', '<author><name>A</name></author>', '', /author/], ['Atom', '"self"', '"via"', /lives/],
  ['Atom', '<published>', '<link rel="alternate" type="text/html" href="x"/><published>', /one alternate/], ['Atom', /"alternate"|<content.*content>/g, '"via"', /./], ['Atom', 'type="html">x', 'type="html"><b/>', /4\.1\.3/], ['Atom', ' term="c"', '', /4\.2\.2/],
  ['Atom', '<id>https://a.example/e', '<id>e', /scheme/], ['Atom', '<id>https://a.example/e', '<id>https://a.example/f', /one id/], ['Atom', 'href="https://a.example/e"', 'href="a b"', /4\.2\.7/], ['Atom', 'type="text/html"', 'type="html"', /such/],
  ['Atom', '/f"/><updated>2026', '/f"/><updated>2025', /as new/], ['Atom', '<published>2026', '<published>2027', /after/],
  ['RSS', '"2.0"', '"0.91"', /version/], ['RSS', '<description>D</description>', '', /one title/], ['RSS', /<title>I<\/title>|<description>x<\/description>/g, '', /title or/], ['RSS', '<guid', '<updated/><guid', /known/],
  ['RSS', '<item>', '<item><m:x xmlns:m="urn:m"/>', /namespace/], ['RSS', '<guid', '<link>https://a.example/</link><guid', /twice/], ['RSS', '<link>https://a.example/i', '<link>/i', /address of the web/], ['RSS', 'Thu,', 'Fri,', /822/],
  ['RSS', 'Jan 2026', 'Foo 2026', /822/], ['RSS', '<language>en', '<language>e n', /language/], ['RSS', 'true">https://a.example/i', 'true">i', /permanent/], ['RSS', /(<item>.*<\/item>)/s, '$1$1', /one guid/], ['RSS', /<guid.*guid>/, '', /has a guid/],
  ['RSS', '<item>', '<item><author>Ada</author>', /mail/], ['RSS', '<item>', '<item><enclosure url="x"/>', /enclosure/], ['RSS', '"self"', '"via"', /lives/], ['RSS', '<item>', '<item><category/>', /empty/],
  ['JSON Feed', '1.1"', '1"', /version/], ['JSON Feed', '"title":"T",', '', /title and/], ['JSON Feed', '"title":"T"', '"title":"T","url":1', /key of the feed/], ['JSON Feed', '"home_page_url":"https://a.example/"', '"home_page_url":"/"', /home_page_url/],
  ['JSON Feed', '{"name":"A"}', '{}', /authors/], ['JSON Feed', '"tags":["t"]', '"tags":[""]', /tags/], ['JSON Feed', '-01T00:00:00Z', '-01', /date_published/], ['JSON Feed', '"id":"i"', '"id":""', /has an id/], ['JSON Feed', /\[(\{"id".*\})\]/, '[$1,$1]', /one id/],
  ['JSON Feed', '"content_html":"x",', '', /content/], ['JSON Feed', '02T00', '02T99', /date_modified/], ['JSON Feed', '2026-01-02', '2025-01-02', /after/], ['JSON Feed', '"language":"en"', '"language":"-"', /language/],
  ['sitemap', '/0.9', '/0.8', /root/], ['sitemap', /<url>.*<\/url>/, '', /is a part/], ['sitemap', '<loc>https://a.example/b</loc>', '', /one address/], ['sitemap', '<lastmod>', '<date/><lastmod>', /known/], ['sitemap', 'https://a.example/b', '/b', /web/],
  ['sitemap', '/b', `/${'b'.repeat(2048)}`, /2,047/], ['sitemap', 'a.example/b', 'b.example/b', /below/], ['sitemap', '/b', '/', /twice/], ['sitemap', '01-01', '1-1', /W3C/], ['sitemap', /<url>.*<\/url>/, '<url><loc>https://a.example/</loc></url>'.repeat(50_001), /50,000/], ['sitemap', '<url><loc>', '<sitemap/><url><loc>', /one kind/],
  ['OpenSearch', '1.1', '1.0', /root/], ['OpenSearch', '<ShortName>T', `<ShortName>${'T'.repeat(17)}`, /short/], ['OpenSearch', '<Description>D</Description>', '', /description/], ['OpenSearch', '{searchTerms}', 'x', /words/],
  ['schema', '<published>', '<link rel="alternate" href="x"/><published>', /link/], ['schema', '01-01T00:00:00Z', '01-01T00:00:00', /published/], ['schema', '<id>https://a.example/e</id>', '', /entry/], ['schema', '<name>A', '<name>', /name/],
];

function validate(text) {
  const { stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--relaxng', new URL('atom.rng', import.meta.url).pathname, '-'], { input: text, encoding: 'utf8' });
  return stderr.split('\n').filter((line) => line && !/ validates$/.test(line));
}

function complaints(check, text) {
  try {
    return check(text).join('\n');
  } catch (error) {
    return error.message;
  }
}

for (const [format, { good, check }] of Object.entries(kFormats)) {
  describe(format, () => {
    test('a good one has no complaint', () => assert.equal(complaints(check, good), ''));
    for (const [, from, to, expected] of kDamages.filter(([name]) => name === format)) {
      test(`${from} -> ${to.slice(0, 40)}`, () => {
        assert.notEqual(good.replace(from, to), good);
        assert.match(complaints(check, good.replace(from, to)), expected);
      });
    }
  });
}

test('XML that is not well-formed is refused', () => {
  for (const text of ['', '<a>', '<a></b>', '<a b=c/>', '<a b="1" b="2"/>', '<a>&nbsp;</a>', '<a>&</a>', '<a>&#0;</a>', '<a>\u0001</a>', '<a/><b/>', '<a>]]></a>', '<a:b/>', '<a b="<"/>', 'x<a/>']) {
    assert.throws(() => readXml(text), undefined, text);
  }
  assert.equal(readXml('<?xml version="1.0"?><a b=\'x\'>1&lt;<!-- c --><b/><![CDATA[<]]>&#x32;</a>').text, '1<<2');
});

test('values are what they say', () => {
  const kValues = [
    [isRfc3339, '2026-02-28T23:59:60+01:00', true], [isRfc3339, '2026-02-29T00:00:00Z', false], [isRfc3339, '2026-01-01t00:00:00z', false], [isRfc3339, '0001-01-01T00:00:00Z', true],
    [isRfc822, 'Sat, 28 Nov 2026 09:00:00 +0100', true], [isRfc822, 'Sat, 8 Nov 26 09:00:00 +0100', false],
    [isW3cDate, '2026-11', true], [isW3cDate, '2026-11-28T09:00+01:00', true], [isW3cDate, '2026-11-28T09:00', false],
    [isWebUrl, 'https://a.example/日本?a=b#c', true], [isWebUrl, 'https://a.example/%zz', false], [isWebUrl, '//a.example/', false], [isWebUrl, 'https://', false],
    [isLanguage, 'zh-Hant-TW', true], [isLanguage, 'en_US', false],
  ];
  for (const [is, text, expected] of kValues) assert.equal(is(text), expected, `${is.name} ${text}`);
});
