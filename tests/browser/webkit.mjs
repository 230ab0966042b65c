// WebKitGTK, as engines.mjs wants it, through its own WebDriver endpoint on an X server of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeFolder, until } from './engines.mjs';

const kElement = 'element-6066-11e4-a52e-4f735466cecf'; // how WebDriver marks a reference to an element
const kKeys = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', Space: ' ', PageDown: '\uE00F',
  End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015',
};
// The browser's own toolbar keeps its window at 447 px or more; pressed flat it goes down to a phone's.
const kFlatToolbar = `button, entry, headerbar, toolbar, toolbutton, image, progress, entry progress {
  min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }
button image, toolbutton image { -gtk-icon-source: none; }`;

function findBrowser() {
  const libraries = '/usr/lib';
  for (const triple of readdirSync(libraries).filter((name) => name.includes('-linux-'))) {
    const found = readdirSync(join(libraries, triple)).filter((name) => name.startsWith('webkit2gtk-4')).sort();
    if (found.length) return join(libraries, triple, found.at(-1), 'MiniBrowser');
  }
  throw new Error('MiniBrowser of WebKitGTK is not installed; tests/setup does that');
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function startDisplay(started) {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1200x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
  started.push(server);
  const number = await new Promise((resolve) => server.stdout.once('data', resolve));
  return `:${String(number).trim()}`;
}

function settings(folder, dark) {
  mkdirSync(join(folder, 'gtk-3.0'));
  writeFileSync(join(folder, 'gtk-3.0/gtk.css'), kFlatToolbar);
  return {
    ...process.env, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: join(folder, 'data'), XDG_CACHE_HOME: join(folder, 'cache'),
    GTK_THEME: dark ? 'Adwaita:dark' : 'Adwaita', NO_AT_BRIDGE: '1', TMPDIR: folder,
  };
}

/** A caller of the endpoint: (method, path, body) -> value. */
function client(port) {
  return async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value?.error}: ${value?.message}`);
    return value;
  };
}

async function evaluate(call, fn, args) {
  const expression = typeof fn === 'string' ? fn : `(${fn}).apply(null, given)`;
  const script = `const done = arguments[arguments.length - 1], given = Array.from(arguments).slice(0, -1);
    Promise.resolve().then(() => ${expression}).then(
      (value) => done({ value: value === undefined ? null : JSON.stringify(value) }), (error) => done({ error: String(error) }));`;
  const { value, error } = await call('POST', '/execute/async', { script, args });
  if (error) throw new Error(error);
  return value === null ? undefined : JSON.parse(value);
}

async function resize(call, width, height) {
  await call('POST', '/window/rect', { width, height });
  const missing = height - (await evaluate(call, () => innerHeight, []));
  if (missing) await call('POST', '/window/rect', { width, height: height + missing });
  await until(async () => (await evaluate(call, () => innerWidth, [])) === width, `a window ${width} wide`);
  // A screenshot before the second frame shows the old one.
  await evaluate(call, () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 50)))), []);
}

function page(call, version) {
  const element = async (selector) => (await call('POST', '/element', { using: 'css selector', value: selector }))[kElement];
  const keys = (list) => call('POST', '/actions', {
    actions: [{ type: 'key', id: 'keyboard', actions: list.flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]) }],
  });
  return {
    name: 'webkit',
    version,
    goto: (url) => call('POST', '/url', { url }),
    reload: () => call('POST', '/refresh', {}),
    evaluate: (fn, ...args) => evaluate(call, fn, args),
    type: (text) => keys([...text]),
    press: (key) => keys([kKeys[key] ?? key]),
    click: async (selector) => call('POST', `/element/${await element(selector)}/click`, {}),
    hover: async (selector) => call('POST', '/actions', {
      actions: [{ type: 'pointer', id: 'mouse', actions: [{ type: 'pointerMove', x: 0, y: 0, origin: { [kElement]: await element(selector) } }] }],
    }),
    resize: (width, height) => resize(call, width, height),
    screenshot: async (file) => writeFileSync(file, Buffer.from(await call('GET', '/screenshot'), 'base64')),
  };
}

export async function open(name, { dark = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  const started = [];
  const env = settings(folder, dark);
  env.DISPLAY = await startDisplay(started);
  const port = await freePort();
  started.push(spawn('WebKitWebDriver', ['-p', String(port)], { stdio: 'ignore', env }));
  const driver = client(port);
  await until(() => driver('GET', '/status'), 'WebKitWebDriver');
  const browser = { binary: findBrowser(), args: ['--automation'] };
  const session = await driver('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': browser } } });
  const call = (method, path, body) => driver(method, `/session/${session.sessionId}${path}`, body);
  await call('POST', '/timeouts', { script: 120000, pageLoad: 60000 });
  return {
    ...page(call, `WebKitGTK/${session.capabilities.browserVersion}`),
    async close() {
      await driver('DELETE', `/session/${session.sessionId}`).catch(() => {});
      for (const process of started.reverse()) {
        const ended = process.exitCode === null && process.signalCode === null ? once(process, 'exit') : null;
        process.kill();
        await ended;
      }
      removeFolder(folder);
    },
  };
}
