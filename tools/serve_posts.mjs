// serve_posts.mjs COMMAND [--port 8000] [--base /] [--posts posts] [--out dist] [build options]
//
// `broadsheet serve`: publishes, serves, and publishes again whenever a post is saved: first what readers see,
// then the search index.
import { portOf } from './port.mjs';
import { rerunner } from './rerunner.mjs';
import { serve } from './serve.mjs';

const [command, ...args] = process.argv.slice(2);

/** The value of an option, in both of its spellings. */
function option(name, fallback) {
  const at = args.lastIndexOf(name);
  const joined = args.findLast((word) => word.startsWith(`${name}=`));
  return at >= 0 ? args[at + 1] : (joined?.slice(name.length + 1) ?? fallback);
}

const port = portOf(option('--port', '8000'));
// --strict would keep a site with something to mend from being served, --quick is for the runs after the first.
const left = ['--strict', '--quick'];
const rest = args.filter((word, i) => !word.startsWith('--port') && args[i - 1] !== '--port' && !left.includes(word));
const build = [command, 'build', '--drafts', ...rest];

// The command shows its progress to a terminal only, and its findings go to the pages too.
const wait = setTimeout(() => console.error('Publishing …'), 2000);
rerunner(build, ({ code, findings }) => {
  clearTimeout(wait);
  if (code !== 0) process.exit(code ?? 1);
  serve({
    root: option('--out', 'dist'), base: option('--base', '/'), port, findings,
    folder: option('--posts', 'posts'), command: [...build, '--quick'],
  });
})();
