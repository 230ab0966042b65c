// serve_posts.mjs COMMAND [--port 8000] [--base /] [--posts posts] [--out dist] [build options]
//
// `broadsheet serve`: publishes, serves, and publishes again whenever a post is saved: first what readers see,
// then the search index.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const [command, ...args] = process.argv.slice(2);

/** The value of an option, in both of its spellings. */
function option(name, fallback) {
  const at = args.lastIndexOf(name);
  const joined = args.findLast((word) => word.startsWith(`${name}=`));
  return at >= 0 ? args[at + 1] : (joined?.slice(name.length + 1) ?? fallback);
}

const port = option('--port', '8000');
const rest = args.filter((word, i) => !word.startsWith('--port') && args[i - 1] !== '--port');
const build = [command, 'build', '--drafts', ...rest];
const first = spawnSync(build[0], build.slice(1), { stdio: 'inherit' });
if (first.status !== 0) process.exit(first.status ?? 1);
process.argv = [process.argv[0], fileURLToPath(new URL('./serve.mjs', import.meta.url)), option('--out', 'dist'),
  '--port', port, '--base', option('--base', '/'), '--watch', option('--posts', 'posts'), '--', ...build, '--quick'];
await import('./serve.mjs');
