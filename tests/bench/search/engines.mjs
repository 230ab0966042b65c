// The peers, each as its users get it: build(posts) -> {search(text) -> ids, bytes shipped}.
import FlexSearch from 'flexsearch';
import Fuse from 'fuse.js';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { gzipSync } from 'node:zlib';

const shipped = (value) => gzipSync(typeof value === 'string' ? value : JSON.stringify(value), { level: 6 }).length;

/** As VitePress's local search sets it. */
export const kMiniSearch = {
  fields: ['title', 'text'],
  storeFields: ['title'],
  searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2 } },
};

export function miniSearchIndex(posts) {
  const index = new MiniSearch(kMiniSearch);
  index.addAll(posts);
  return index;
}

export function miniSearch(posts) {
  const index = miniSearchIndex(posts);
  return { bytes: () => shipped(index), search: (text) => index.search(text).slice(0, 10).map((hit) => hit.id) };
}

export function lunrIndex(posts) {
  return lunr(function () {
    this.ref('id');
    this.field('title', { boost: 10 });
    this.field('text');
    for (const post of posts) this.add(post);
  });
}

export function lunrSearch(posts) {
  const index = lunrIndex(posts);
  // As Material for MkDocs asks: every word also as a prefix.
  const ask = (text) => index.query((query) => {
    for (const token of lunr.tokenizer(text)) {
      query.term(token, { usePipeline: true, boost: 10 });
      query.term(token, { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
    }
  });
  return { bytes: () => shipped(index), search: (text) => ask(text).slice(0, 10).map((hit) => hit.ref) };
}

/** As Quartz sets it. */
export const kFlexSearch = {
  tokenize: 'forward',
  document: { id: 'id', index: [{ field: 'title', tokenize: 'forward' }, { field: 'text', tokenize: 'forward' }] },
};

export function flexSearch(posts) {
  const index = new FlexSearch.Document(kFlexSearch);
  for (const post of posts) index.add(post);
  return {
    // Quartz ships the texts and builds the index in the page.
    bytes: () => shipped(posts),
    search: (text) => {
      const ids = new Set();
      for (const field of index.search(text, { limit: 10 })) for (const id of field.result) ids.add(id);
      return [...ids].slice(0, 10);
    },
  };
}

/** As PaperMod sets it. */
export const kFuse = {
  isCaseSensitive: false,
  shouldSort: true,
  location: 0,
  distance: 1000,
  threshold: 0.4,
  minMatchCharLength: 0,
  keys: ['title', 'text'],
};

export function fuse(posts) {
  const index = new Fuse(posts, kFuse);
  return { bytes: () => shipped(posts), search: (text) => index.search(text, { limit: 10 }).map((hit) => hit.item.id) };
}

export const engines = { MiniSearch: miniSearch, lunr: lunrSearch, FlexSearch: flexSearch, Fuse: fuse };
