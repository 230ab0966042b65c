// node cranfield.mjs [ENGINE...]: nDCG@10 with binary gains on the Cranfield collection, whole questions, default settings.
import { readFileSync } from 'node:fs';
import { engines } from './engines.mjs';
import { askOurs } from './ours.mjs';

const folder = new URL('../../../../shared/corpus/cranfield/', import.meta.url);
const read = (name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n');
const posts = read('docs.jsonl').map((line) => JSON.parse(line)).map(({ id, title, text }) => ({ id: String(id), title, text }));
const questions = read('queries.jsonl').map((line) => JSON.parse(line));
const wanted = new Map();
for (const line of read('qrels.tsv')) {
  const [question, post, grade] = line.split('\t');
  if (!(Number(grade) > 0)) continue;
  if (!wanted.has(question)) wanted.set(question, new Set());
  wanted.get(question).add(post);
}

function gain(question, hits) {
  const good = wanted.get(String(question)) ?? new Set();
  let sum = 0;
  let best = 0;
  hits.slice(0, 10).forEach((hit, i) => (sum += good.has(hit) ? 1 / Math.log2(i + 2) : 0));
  for (let i = 0; i < Math.min(10, good.size); i++) best += 1 / Math.log2(i + 2);
  return best === 0 ? null : sum / best;
}

function report(name, answer) {
  const gains = questions.map((question, i) => gain(question.id, answer(question, i))).filter((value) => value !== null);
  const mean = gains.reduce((a, b) => a + b, 0) / gains.length;
  console.log(`${name.padEnd(12)} nDCG@10 ${mean.toFixed(4)} over ${gains.length} questions`);
}

const only = process.argv.slice(2);
const chosen = (name) => only.length === 0 || only.includes(name);
if (chosen('Broadsheet')) {
  const { answers } = askOurs(posts, questions.map(({ text }) => ({ text, finished: true })));
  report('Broadsheet', (_, i) => answers[i].hits);
}
for (const [name, build] of Object.entries(engines)) {
  if (!chosen(name)) continue;
  const engine = build(posts);
  report(name, ({ text }) => {
    try {
      return engine.search(text.replace(/[^\p{L}\p{N}]+/gu, ' '));
    } catch {
      return [];
    }
  });
}
