import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, readListing } from '../../web/core/live.js';

const bytes = (text) => new TextEncoder().encode(text);
const listing = (items) => readListing(bytes(JSON.stringify(items)));

const kFiles = [
  ['a.md', true], ['2024/trip.md', true], ['über uns.markdown', true], ['A.MD', true], [{ file: 'b.md', date: '2024-01-01' }, true],
  ['', false], ['a.txt', false], ['/etc/a.md', false], ['//host/a.md', false], ['../a.md', false], ['a/../../b.md', false],
  ['a//b.md', false], ['.hidden/../a.md', false], ['..\\a.md', false], ['\\\\host\\a.md', false], [null, false], [7, false],
  [{}, false], [{ file: 3 }, false], [['a.md'], false],
];

for (const [item, isPost] of kFiles) {
  test(`${JSON.stringify(item)} is ${isPost ? '' : 'not '}a post`, () => {
    const { files, trouble } = listing([item]);
    assert.equal(files.length, isPost ? 1 : 0);
    assert.equal(trouble.length, isPost ? 0 : 1);
  });
}

test('posts stand once, newest first where dates are given', () => {
  const items = ['plain.md', { file: 'old.md', date: '2020-01-01' }, { file: 'new.md', date: '2024-01-01' }, 'plain.md'];
  assert.deepEqual(listing(items).files, ['new.md', 'old.md', 'plain.md']);
});

test('what is no list is refused', () => {
  assert.throws(() => listing({ posts: [] }), /not a list/);
  assert.throws(() => readListing(bytes('<!doctype html>')), SyntaxError);
});

test('crc32 is the one of gzip', () => assert.deepEqual([crc32(bytes('123456789')), crc32(bytes(''))], ['cbf43926', '00000000']));
