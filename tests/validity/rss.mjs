// RSS 2.0 (the RSS Advisory Board's edition), with the elements of other namespaces that we use.
import { repeated, unless } from './rules.mjs';
import { isLanguage, isMediaType, isRfc822, isWebUrl } from './values.mjs';
import { childrenOf } from './xml.mjs';

const kAtom = 'http://www.w3.org/2005/Atom';
const kContent = 'http://purl.org/rss/1.0/modules/content/';
const kDublinCore = 'http://purl.org/dc/elements/1.1/';
const kChannel = ['title', 'link', 'description', 'language', 'copyright', 'managingEditor', 'webMaster', 'pubDate', 'lastBuildDate', 'category', 'generator', 'docs', 'cloud', 'ttl', 'image', 'rating', 'textInput', 'skipHours', 'skipDays', 'item'];
const kItem = ['title', 'link', 'description', 'author', 'category', 'comments', 'enclosure', 'guid', 'pubDate', 'source'];
const kMany = ['category', 'item', 'enclosure'];

const channelOf = (rss) => childrenOf(rss, 'channel')[0] ?? { name: 'channel', namespace: '', attributes: new Map(), children: [], text: '' };
const items = (rss) => childrenOf(channelOf(rss), 'item');
const both = (rss) => [channelOf(rss), ...items(rss)];
const texts = (parents, name) => parents.flatMap((parent) => childrenOf(parent, name, '')).map(({ text }) => text);
const nameOf = (item) => texts([item], 'guid')[0] ?? texts([item], 'title')[0] ?? 'an item';
const isPermanent = ({ attributes }) => attributes.get('isPermaLink') !== 'false';

/** @type {import('./rules.mjs').Rule<import('./xml.mjs').Element>[]} */
export const kRssRules = [
  ['the root is rss of version 2.0 with one channel', (rss) => unless(rss.name === 'rss' && rss.attributes.get('version') === '2.0' && rss.children.length === 1 && childrenOf(rss, 'channel').length === 1, rss.name)],
  ['a channel has one title, link and description', (rss) => ['title', 'link', 'description'].filter((name) => texts([channelOf(rss)], name).filter(Boolean).length !== 1)],
  ['an item has a title or a description', (rss) => items(rss).filter((item) => !texts([item], 'title')[0] && !texts([item], 'description')[0]).map(nameOf)],
  ['each element is known there', (rss) => both(rss).flatMap((parent) => parent.children.filter(({ name, namespace }) => namespace === '' && !(parent.name === 'item' ? kItem : kChannel).includes(name)).map(({ name }) => name))],
  ['each element of a namespace is known', (rss) => both(rss).flatMap((parent) => parent.children.filter(({ namespace }) => !['', kAtom, kContent, kDublinCore].includes(namespace)).map(({ name }) => name))],
  ['nothing stands twice', (rss) => both(rss).flatMap((parent) => repeated(parent.children.map(({ name, namespace }) => namespace + name)).filter((name) => !kMany.includes(name) && !name.startsWith(kDublinCore)))],
  ['a link is an address of the web', (rss) => texts(both(rss), 'link').filter((url) => !isWebUrl(url))],
  ['a date is of RFC 822, with its weekday', (rss) => ['pubDate', 'lastBuildDate'].flatMap((name) => texts(both(rss), name)).filter((date) => !isRfc822(date))],
  ['the language is one', (rss) => texts([channelOf(rss)], 'language').filter((tag) => !isLanguage(tag))],
  ['a guid that is a permanent link is an address', (rss) => items(rss).flatMap((item) => childrenOf(item, 'guid')).filter((guid) => isPermanent(guid) && !isWebUrl(guid.text)).map(({ text }) => text)],
  ['no two items of one guid', (rss) => repeated(texts(items(rss), 'guid'))],
  ['each item has a guid', (rss) => items(rss).filter((item) => !texts([item], 'guid')[0]).map(nameOf)],
  ['an author is an address of mail', (rss) => texts(items(rss), 'author').filter((author) => !/\S+@\S+/.test(author))],
  ['an enclosure has an address, a length and a type', (rss) => items(rss).flatMap((item) => childrenOf(item, 'enclosure')).filter(({ attributes }) => !isWebUrl(attributes.get('url') ?? '') || !/^\d+$/.test(attributes.get('length') ?? '') || !isMediaType(attributes.get('type') ?? '')).map(({ attributes }) => attributes.get('url'))],
  ['the feed says where it lives', (rss) => unless(childrenOf(channelOf(rss), 'link', kAtom).some(({ attributes }) => attributes.get('rel') === 'self' && isWebUrl(attributes.get('href') ?? '')), 'no atom:link')],
  ['nothing is empty', (rss) => both(rss).flatMap((parent) => parent.children.filter(({ text, children, attributes, name }) => !text && !children.length && !attributes.size && name !== 'title').map(({ name }) => name))],
];
