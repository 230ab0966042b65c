// Our engine, through the native search_bench.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('../../../', import.meta.url).pathname;
const program = process.env.SEARCH_BENCH ?? join(root, 'build/release/search_bench');
const lines = (list) => list.map((item) => JSON.stringify(item)).join('\n') + '\n';

/** Builds an index of posts and asks it questions: {index, answers}, as search_bench prints them. */
export function askOurs(posts, questions) {
  const folder = mkdtempSync(join(tmpdir(), 'search-bench-'));
  const file = (name) => join(folder, name);
  writeFileSync(file('posts.jsonl'), '');
  for (let at = 0; at < posts.length; at += 1000) writeFileSync(file('posts.jsonl'), lines(posts.slice(at, at + 1000)), { flag: 'a' });
  writeFileSync(file('questions.jsonl'), lines(questions));
  execFileSync('/bin/sh', ['-c', '"$0" "$1" "$2" "$3" > "$4"', program, file('posts.jsonl'), file('questions.jsonl'), file('index'), file('out')],
    { stdio: ['ignore', 'inherit', 'inherit'] });
  const [index, ...answers] = readFileSync(file('out'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  return { index, answers, folder };
}
