// Published sites as the tests look at them.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const native = process.env.BROADSHEET_NATIVE ?? 'build/dev/broadsheet';
export const wasm = process.env.BROADSHEET_WASM ?? 'build/wasm/broadsheet.js';
export const modules = process.env.BROADSHEET_MODULES ?? 'build/wasm';

/** A folder for the test, gone when it is over. @param {import('node:test').TestContext} context */
export function scratch(context) {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-publish-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The command line of `broadsheet build`, natively or under Node. */
export function commandLine(program, args) {
  const words = ['build', '--shell', 'web', '--modules', modules, ...args];
  return program.endsWith('.js') ? ['node', [program, ...words]] : [program, words];
}

export function build(program, args) {
  const result = spawnSync(...commandLine(program, args), { encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`${program}: ${result.stderr}`);
  return result;
}

export function startBuild(program, args) {
  return spawn(...commandLine(program, args), { stdio: 'ignore' });
}

/** The paths of all files below `folder`, sorted. */
export function listFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
    .sort();
}

/** One text that stands for all of the folder's names and bytes. */
export function digest(folder) {
  const hash = createHash('sha256');
  for (const path of listFiles(folder)) hash.update(path).update(readFileSync(join(folder, path)));
  return hash.digest('hex');
}
