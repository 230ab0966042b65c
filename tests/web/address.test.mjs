import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatAddress, parseAddress, routeOf } from '../../web/lib/address.js';

const base = new URL('https://site.example/blog/');

test('an address of the site is known in both of its forms, any other is not', () => {
  const rows = [
    ['/blog/', '', ''],
    ['/blog/index.html', '', ''],
    ['/blog/posts/a/index.html#x', 'posts/a/', ''],
    ['/blog/posts/a/?utm=1', 'posts/a/', ''],
    ['/blog/search/?q=a%20b', 'search/', 'a b'],
    ['/blog/?/posts/a/', 'posts/a/', ''],
    ['/blog/?/search/&q=a+b', 'search/', 'a b'],
    ['/blog/?q=x', '', 'x'],
    ['/blog/posts/a.md', null],
    ['/blog/?/posts/a.md', null],
    ['/other/', null],
    ['https://other.example/blog/', null],
  ];
  for (const [href, path, query] of rows) {
    const expected = path === null ? null : { path, query };
    assert.deepEqual(parseAddress(new URL(href, base), base), expected, href);
  }
});

test('what is written is read again', () => {
  for (const linkBase of ['/blog/', '/blog/?/']) {
    for (const path of ['', 'search/', 'posts/%E6%97%A5/']) {
      for (const query of ['', 'a & b', '#?=%', '日本']) {
        const url = new URL(formatAddress(path, { linkBase, fileBase: '/blog/' }, query, '#x'), base);
        assert.deepEqual(parseAddress(url, base), { path, query }, url.href);
        assert.equal(url.hash, '#x');
      }
    }
  }
});

test('a path leads to one view or to none', () => {
  const rows = [
    ['', { view: 'home', page: 1 }],
    ['page/12/', { view: 'home', page: 12 }],
    ['tags/', { view: 'tags' }],
    ['tags/c%C3%A9/page/2/', { view: 'tag', folder: 'tags', page: 2, slug: 'cé' }],
    ['series/a-trip/', { view: 'tag', folder: 'series', page: 1, slug: 'a-trip' }],
    ['archive/', { view: 'archive', slug: '' }],
    ['archive/2026/', { view: 'archive', slug: '2026' }],
    ['archive/undated/', { view: 'archive', slug: 'undated' }],
    ['search/', { view: 'search' }],
    ['posts/2026/trip/', { view: 'article', address: 'posts/2026/trip/' }],
    ['2026/caf%C3%A9.html', { view: 'article', address: '2026/café.html' }],
    ['page/0/', { view: 'article', address: 'page/0/' }],
    ['posts/%E0%A4%A/', null],
  ];
  for (const [path, route] of rows) assert.deepEqual(routeOf(path), route, path);
});
