import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { rerunner } from '../../tools/rerunner.mjs';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-rerunner-'));
after(() => rmSync(folder, { recursive: true }));

test('a quick run is followed by a whole one, of which pages are not told', async () => {
  const log = join(folder, 'runs');
  const script = `require('fs').appendFileSync(${JSON.stringify(log)}, process.argv.slice(1).join(' ') + ';');`
    + "console.error('a.md:1: odd'); console.log(process.argv.includes('--quick') ? 'of an earlier run.' : 'done');";
  const told = [];
  const runs = () => (existsSync(log) ? readFileSync(log, 'utf8') : '');
  const run = rerunner([process.execPath, '-e', script, 'build', '--quick'], (result) => told.push(result));
  run();
  while (!runs().includes('build;')) await new Promise((done) => { setTimeout(done, 10); });
  assert.equal(runs(), 'build --quick;build;');
  assert.deepEqual(told, [{ code: 0, failed: false, findings: 'a.md:1: odd\n' }]);
});
