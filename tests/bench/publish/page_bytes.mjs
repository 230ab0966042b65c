// page_bytes.mjs SITE...
//
// What a first visit to the home page of each site costs in Chromium, and then to its second page, in bytes over
// the wire (gzip, as GitHub Pages sends them) and in requests; and what of the first is the same for all sites.
import { Host } from '../../browser/host.mjs';
import { open, until } from '../../browser/engines.mjs';

const sites = process.argv.slice(2);
if (sites.length === 0) {
  console.error('usage: node tests/bench/publish/page_bytes.mjs SITE...');
  process.exit(2);
}

const kShell = /^broadsheet\/(app|core|lib|search|style|wasm)\//;

function sum(requests) {
  const bytes = (some) => some.reduce((total, request) => total + request.bytes, 0);
  const own = requests.filter(({ path }) => !kShell.test(path) && !path.startsWith('__'));
  const shell = requests.filter(({ path }) => kShell.test(path));
  return `${bytes(own)} bytes in ${own.length} requests (${own.map(({ path, bytes: size }) => `${path || 'page'} ${size}`).join(', ')}), and ${bytes(shell)} of the shell`;
}

const page = await open('chromium');
for (const site of sites) {
  const host = await new Host(site).start(); // a new origin: nothing is cached
  await page.goto(host.url());
  // The last thing that a page does by itself.
  await until(() => host.requests.some(({ path }) => path === 'posts/index.json'), 'the listing');
  console.log(`${site}: home: ${sum(host.requests)}`);
  host.forget();
  await page.goto(host.url('page/2/'));
  await until(() => host.requests.some(({ path }) => path === 'posts/index.json'), 'the listing');
  console.log(`${site}: page 2, after it: ${sum(host.requests)}`);
  await host.stop();
}
await page.close();
