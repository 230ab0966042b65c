import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encode, parts } from '../../web/core/message.js';

const text = (bytes) => new TextDecoder().decode(bytes);

/** A message written out: parts as quoted text, or as messages where `shape` says so. */
const kRows = [
  { value: [], wanted: [] },
  { value: ['a', ''], wanted: ['a', ''] },
  { value: { title: 'Ü', count: 3 }, wanted: ['title', 'Ü', 'count', '3'] },
  { value: { yes: true, no: false }, wanted: ['yes', '1', 'no', '0'] },
  { value: { gone: undefined, none: null, kept: '' }, wanted: ['kept', ''] },
  { value: { bytes: new Uint8Array([0x68, 0x69]) }, wanted: ['bytes', 'hi'] },
  { value: JSON.parse('{"__proto__": "x"}'), wanted: ['__proto__', 'x'] },
  { value: { half: '\ud800' }, wanted: ['half', '\ufffd'] },
];

for (const { value, wanted } of kRows) {
  test(`encode ${JSON.stringify(value)}`, () => assert.deepEqual(parts(encode(value)).map(text), wanted));
}

test('lists and records inside are messages', () => {
  const [, tags, , site] = parts(encode({ tags: ['a', 'b'], site: { title: 'T' } }));
  assert.deepEqual(parts(tags).map(text), ['a', 'b']);
  assert.deepEqual(parts(site).map(text), ['title', 'T']);
});

test('lengths are little-endian', () => assert.deepEqual([...encode(['ab'])], [2, 0, 0, 0, 0x61, 0x62]));

test('a view into a larger buffer is read at its place', () => {
  const message = encode(['one', 'two']);
  const larger = new Uint8Array(message.length + 7);
  larger.set(message, 7);
  assert.deepEqual(parts(larger.subarray(7)).map(text), ['one', 'two']);
});
