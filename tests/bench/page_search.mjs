// page_search.mjs SITE [WORDS...]
//
// What a first search costs a reader in Chromium: from the first key to the first hits, in ms and in
// bytes over the wire (gzip, as GitHub Pages sends them), snippets apart; and how long further words take.
import { Host } from '../browser/host.mjs';
import { open, until } from '../browser/engines.mjs';
import { askShell } from './ask_shell.mjs';

const kFurther = ['a', 'b', 'the', 'new', 'release', 'async code'];
const [site, ...words] = process.argv.slice(2);
if (!site) {
  console.error('usage: node tests/bench/page_search.mjs SITE [WORDS...]');
  process.exit(2);
}

const page = await open('chromium');
for (const query of words.length ? words : ['borrow', 'async await', 'const generics stabilization']) {
  const host = await new Host(site).start(); // a new origin: nothing is cached
  await page.goto(host.url());
  await until(() => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('catalog.json'))), 'the catalogue');
  host.forget();
  const first = await page.evaluate(askShell, query);
  const asked = host.requests.filter(({ path }) => !path.startsWith('posts/') && !path.endsWith('read.wasm'));
  const further = [];
  for (const next of kFurther) further.push(`${next} ${(await page.evaluate(askShell, next)).toFixed(0)}`);
  const bytes = asked.reduce((sum, request) => sum + request.bytes, 0);
  console.log(`${query}: ${first.toFixed(0)} ms, ${bytes} bytes in ${asked.length} requests; then, ms: ${further.join(', ')}`);
  await host.stop();
}
await page.close();
