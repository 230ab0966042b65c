import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { RangeSource, join } from '../../web/search/ranges.js';
import { memoryHost } from './memory_host.mjs';

const kFolder = new URL('http://blog.test/broadsheet/index/');
const kBytes = Uint8Array.from({ length: 5000 }, (_, i) => i % 251);
const kFetch = globalThis.fetch;
afterEach(() => (globalThis.fetch = kFetch));

const range = (begin, end, file = 'a.bin') => ({ file, begin, end });
const read = (source, ranges) => Promise.all(source.want(ranges).map(({ bytes }) => bytes));
const files = { '/broadsheet/index/a.bin': kBytes, '/broadsheet/index/b.bin': kBytes };

const kJoins = [
  { ranges: [], wanted: [] },
  { ranges: [[0, 10], [2010, 2020]], wanted: [[0, 2020]] },
  { ranges: [[0, 10], [2011, 2020]], wanted: [[0, 10], [2011, 2020]] },
  { ranges: [[0, 10], [20, 30], [40, 50]], wanted: [[0, 50]] },
];
for (const { ranges, wanted } of kJoins) {
  test(`join ${JSON.stringify(ranges)}`, () => {
    assert.deepEqual(join(ranges.map(([a, b]) => range(a, b))).map((group) => [group.range.begin, group.range.end]), wanted);
  });
}

test('ranges of different files are not joined', () => assert.equal(join([range(0, 1), range(1, 2, 'b.bin')]).length, 2));

for (const ranges of [true, false]) {
  test(`bytes are those of the range, where the host ${ranges ? 'knows' : 'ignores'} Range`, async () => {
    const requests = memoryHost(files, { ranges });
    const source = new RangeSource(kFolder);
    const [first, second] = await read(source, [range(10, 20), range(3000, 3010)]);
    assert.deepEqual([...first, ...second], [...kBytes.subarray(10, 20), ...kBytes.subarray(3000, 3010)]);
    assert.deepEqual([...(await read(source, [range(4990, 5000)]))[0]], [...kBytes.subarray(4990, 5000)]);
    assert.equal(requests.length, ranges ? 3 : 2);
  });
}

test('what is held is not fetched', async () => {
  const requests = memoryHost({});
  const source = new RangeSource(kFolder);
  source.hold('live.bin', kBytes.buffer);
  assert.deepEqual([...(await read(source, [range(1, 4, 'live.bin')]))[0]], [1, 2, 3]);
  assert.deepEqual(requests, []);
});

for (const [failures, succeeds] of [[1, true], [2, false]]) {
  test(`${failures} failures in a row ${succeeds ? 'are mended' : 'are told'}`, async () => {
    let left = failures;
    const answer = () => (left-- > 0 ? new Response('', { status: 500 }) : new Response(kBytes.slice(0, 5), { status: 206 }));
    memoryHost({ '/broadsheet/index/a.bin': answer });
    const reading = read(new RangeSource(kFolder), [range(0, 5)]);
    if (succeeds) assert.equal((await reading)[0].length, 5);
    else await assert.rejects(reading, { status: 500 });
  });
}

test('an answer that is too short is a failure', async () => {
  memoryHost({ '/broadsheet/index/a.bin': () => new Response('ab', { status: 206 }) });
  await assert.rejects(read(new RangeSource(kFolder), [range(0, 5)]), { name: 'FetchError' });
});

test('a newer question keeps what both want and stops the rest', async () => {
  const begun = [];
  globalThis.fetch = (url, { signal }) => new Promise((resolve, reject) => {
    begun.push(new URL(url).search);
    signal.addEventListener('abort', () => reject(signal.reason));
  });
  const source = new RangeSource(kFolder);
  const [first] = source.want([range(0, 5), range(2500, 2505)]).map(({ bytes }) => bytes.catch((error) => error.name));
  const old = source.want([range(2500, 2505), range(4900, 4905)]);
  assert.equal(await first, 'AbortError');
  assert.deepEqual(begun, ['?0-5', '?2500-2505', '?4900-4905']);
  for (const { bytes } of old) bytes.catch(() => {});
});
