// Questions whose answer is known, made from posts; and beginnings and typos of them.
import { random } from './random.mjs';
import { wordsOf } from './source.mjs';

const kCommon = new Set('the a an and or of to in on for with is are was be by at as it this that from how what why we our your you'.split(' '));

/** In how many posts each word stands. */
export function postCounts(posts) {
  const counts = new Map();
  for (const post of posts) {
    for (const word of new Set([...wordsOf(post.title), ...wordsOf(post.text)])) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** How many posts have all words of each text. */
export function postsWithAll(posts, texts) {
  const words = texts.map((text) => [...new Set(wordsOf(text))]);
  const asked = new Set(words.flat());
  const counts = texts.map(() => 0);
  const byWord = new Map();
  posts.forEach((post, number) => {
    for (const word of new Set([...wordsOf(post.title), ...wordsOf(post.text)])) {
      if (!asked.has(word)) continue;
      if (!byWord.has(word)) byWord.set(word, new Set());
      byWord.get(word).add(number);
    }
  });
  words.forEach((list, i) => {
    const sets = list.map((word) => byWord.get(word) ?? new Set()).sort((a, b) => a.size - b.size);
    for (const post of sets[0] ?? []) if (sets.every((set) => set.has(post))) counts[i]++;
  });
  return counts;
}

/** One edit at a place, never the same word: insert, delete, replace or swap. */
export function typo(word, dice) {
  const letters = [...word];
  const at = dice.below(letters.length);
  const letter = String.fromCharCode(97 + dice.below(26));
  const kind = dice.below(4);
  if (kind === 0) letters.splice(at, 0, letter);
  else if (kind === 1) letters.splice(at, 1);
  else if (kind === 2) letters[at] = letter;
  else if (at + 1 < letters.length) [letters[at], letters[at + 1]] = [letters[at + 1], letters[at]];
  const changed = letters.join('');
  return changed === word ? typo(word, dice) : changed;
}

/**
 * `count` questions of one to three words from the title and the rare words of one post each:
 * [{text, wanted, kind}], as they are, with the last word cut, and with one typo.
 */
export function knownPosts(posts, count, seed) {
  const dice = random(seed);
  const counts = postCounts(posts);
  const questions = [];
  while (questions.length < count * 3) {
    const post = dice.pick(posts);
    const title = wordsOf(post.title).filter((word) => !kCommon.has(word) && word.length > 2);
    const rare = [...new Set(wordsOf(post.text))].filter((word) => /^\p{L}{4,}$/u.test(word) && counts.get(word) <= 8);
    const words = new Set();
    const size = 1 + dice.below(3);
    const wantsTitle = dice.next() < 0.5;
    for (let tries = 0; words.size < size && tries < 20; tries++) {
      const source = wantsTitle && (words.size > 0 || size > 1) ? title : rare;
      if (source.length > 0) words.add(dice.pick(source));
    }
    const rarest = Math.min(...[...words].map((word) => counts.get(word)));
    if (words.size < size || rarest > 40) continue;
    const list = [...words];
    const last = list[list.length - 1];
    const victim = list.reduce((best, word) => (word.length > best.length ? word : best));
    if (last.length < 5 || victim.length < 5) continue;
    const cut = [...list.slice(0, -1), last.slice(0, Math.max(4, Math.ceil(last.length * 0.7)))];
    const wrong = list.map((word) => (word === victim ? typo(word, dice) : word));
    for (const [kind, form] of [['plain', list], ['prefix', cut], ['typo', wrong]]) {
      questions.push({ text: form.join(' '), wanted: post.id, kind });
    }
  }
  return questions;
}

/** Questions of one to three words, common ones too, as readers ask them: for bytes and times. */
export function usual(posts, count, seed) {
  const dice = random(seed);
  const counts = [...postCounts(posts)].filter(([word]) => /^\p{L}{2,}$/u.test(word)).sort((a, b) => b[1] - a[1]);
  const word = () => counts[Math.floor(counts.length * dice.next() ** 4)][0];
  return Array.from({ length: count }, (_, i) => ({
    text: Array.from({ length: 1 + (i % 3) }, word).join(' '),
    kind: ['one word', 'two words', 'three words'][i % 3],
  }));
}
