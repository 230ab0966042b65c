// JSON Feed 1.1.
import { repeated, unless } from './rules.mjs';
import { isLanguage, isRfc3339, isWebUrl } from './values.mjs';

const kFeed = { version: 'string', title: 'string', home_page_url: 'url', feed_url: 'url', description: 'string', user_comment: 'string', next_url: 'url', icon: 'url', favicon: 'url', authors: 'authors', author: 'never', language: 'language', expired: 'boolean', hubs: 'array', items: 'array' };
const kItem = { id: 'string', url: 'url', external_url: 'url', title: 'string', content_html: 'string', content_text: 'string', summary: 'string', image: 'url', banner_image: 'url', date_published: 'date', date_modified: 'date', authors: 'authors', author: 'never', tags: 'strings', language: 'language', attachments: 'array' };

const kKinds = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  url: (value) => typeof value === 'string' && isWebUrl(value),
  date: (value) => typeof value === 'string' && isRfc3339(value),
  language: (value) => typeof value === 'string' && isLanguage(value),
  strings: (value) => Array.isArray(value) && value.every((text) => typeof text === 'string' && text),
  authors: (value) => Array.isArray(value) && value.length > 0 && value.every(isAuthor),
  never: () => false, // of version 1
};

function isAuthor(author) {
  const { name, url, avatar, ...others } = author ?? {};
  return Boolean(name || url || avatar) && !Object.keys(others).length && [url, avatar].every((address) => address === undefined || isWebUrl(address)) && typeof (name ?? '') === 'string';
}

const items = (feed) => (Array.isArray(feed.items) ? feed.items : []);
const wrong = (object, keys) => Object.entries(object).filter(([key, value]) => !key.startsWith('_') && !kKinds[keys[key]]?.(value)).map(([key, value]) => `${key} ${JSON.stringify(value)}`);

/** @type {import('./rules.mjs').Rule<any>[]} */
export const kJsonFeedRules = [
  ['the version is that of 1.1', (feed) => unless(feed.version === 'https://jsonfeed.org/version/1.1', feed.version)],
  ['a feed has a title and items', (feed) => ['title', 'items'].filter((key) => !(key in feed))],
  ['a key of the feed is known, its value of its kind', (feed) => wrong(feed, kFeed)],
  ['a key of an item is known, its value of its kind', (feed) => items(feed).flatMap((item) => wrong(item, kItem))],
  ['an item has an id', (feed) => items(feed).filter(({ id }) => !id).map(({ url }) => url)],
  ['no two items of one id', (feed) => repeated(items(feed).map(({ id }) => id))],
  ['an item has a content', (feed) => items(feed).filter((item) => item.content_html === undefined && item.content_text === undefined).map(({ id }) => id)],
  ['nothing was published after its change', (feed) => items(feed).filter((item) => Date.parse(item.date_published) > Date.parse(item.date_modified)).map(({ id }) => id)],
];
