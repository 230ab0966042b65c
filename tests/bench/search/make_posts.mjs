// node make_posts.mjs COUNT OUT_FOLDER [CORPUS_FOLDER...]
//
// Makes a blog of COUNT posts from the paragraphs of real ones, the same from run to run. A paragraph
// that is used again gets new rare words, ever fewer, so that the vocabulary grows with the number of
// words n as n^0.65, as that of real text does (Heaps 1978).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { random, seedOf } from './random.mjs';
import { blocks, markdownFiles, readPost, wordsOf } from './source.mjs';

const kRareIn = 2; // a word is rare if no more source posts have it
const kGrowth = 0.65;
const kTags = 120;
const here = new URL('.', import.meta.url).pathname;
const [count, out, ...corpora] = process.argv.slice(2);
if (!(Number(count) > 0) || !out) throw new Error('usage: node make_posts.mjs COUNT OUT_FOLDER [CORPUS_FOLDER...]');
const folders = corpora.length > 0 ? corpora : ['rust-blog', '18f-blog'].map((name) => join(here, '../../../../shared/corpus', name));

const posts = folders.flatMap(markdownFiles).map(readPost);
const frequency = new Map();
for (const post of posts) for (const word of new Set(wordsOf(post.body))) frequency.set(word, (frequency.get(word) ?? 0) + 1);
const isRare = (word) => /^\p{L}{5,}$/u.test(word) && (frequency.get(word.toLowerCase()) ?? 0) <= kRareIn;
const rareWords = [...frequency.keys()].filter(isRare).sort();
const sections = [];
for (const post of posts) {
  let section = { heading: post.title, texts: [] };
  for (const block of blocks(post.body)) {
    if (block.text) section.texts.push(block.text);
    else {
      if (section.texts.length > 0) sections.push(section);
      section = { heading: block.heading, texts: [] };
    }
  }
  if (section.texts.length > 0) sections.push(section);
}

/** The `use`-th form of a rare word: itself first, then its beginning with another's end. */
function variant(word, use) {
  const dice = random(seedOf(`${word} ${use}`));
  let form = use;
  while (form > 0 && dice.next() > (form + 1) ** (kGrowth - 1)) form = dice.below(form);
  if (form === 0) return word;
  const other = random(seedOf(`${word}#${form}`));
  const tail = other.pick(rareWords);
  return word.slice(0, Math.ceil(word.length * (0.4 + 0.4 * other.next()))) + tail.slice(Math.floor(tail.length / 2));
}

const uses = new Map();
function reuse(text) {
  const use = uses.get(text) ?? 0;
  uses.set(text, use + 1);
  return use === 0 ? text : text.replace(/[\p{L}\p{N}]+/gu, (word) => (isRare(word) ? variant(word, use) : word));
}

function makePost(number) {
  const dice = random(seedOf(`post ${number}`));
  const words = 150 + Math.floor(900 * dice.next() ** 2 + 500 * dice.next());
  const body = [];
  let size = 0;
  while (size < words) {
    const section = dice.pick(sections);
    if (body.length > 0) body.push(`## ${section.heading}`);
    for (let take = 1 + dice.below(6); take > 0 && size < words; take--) {
      const text = reuse(dice.pick(dice.next() < 0.5 ? section.texts : dice.pick(sections).texts));
      body.push(text);
      size += wordsOf(text).length;
    }
  }
  const salient = wordsOf(body.join(' ')).filter((word) => /^\p{L}{5,}$/u.test(word) && (frequency.get(word) ?? 0) < 40);
  const subject = dice.pick(salient.length > 0 ? salient : ['notes']);
  const title = `${dice.pick(sections).heading} ${subject}`.replace(/["\\[\]`*_<>]/g, '').slice(0, 90);
  const day = new Date(Date.UTC(2005, 0, 1 + Math.floor((number * 7600) / Number(count)))).toISOString().slice(0, 10);
  const tags = new Set(Array.from({ length: dice.below(4) }, () => `topic ${Math.floor(kTags * dice.next() ** 2)}`));
  return { name: `${day}-${String(number).padStart(6, '0')}.md`, title, day, tags: [...tags], body: body.join('\n\n') };
}

mkdirSync(join(out, 'posts'), { recursive: true });
writeFileSync(join(out, 'posts/site.json'), '{ "title": "Bench", "language": "en" }\n');
for (let number = 0; number < Number(count); number++) {
  const post = makePost(number);
  const front = `---\ntitle: "${post.title}"\ndate: ${post.day}\ntags: [${post.tags.join(', ')}]\n---\n`;
  writeFileSync(join(out, 'posts', post.name), `${front}\n${post.body}\n`);
}
