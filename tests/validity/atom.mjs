// RFC 4287, by its sections.
import { repeated, unless } from './rules.mjs';
import { isIri, isIriReference, isLanguage, isMediaType, isRfc3339 } from './values.mjs';
import { childrenOf } from './xml.mjs';

const kAtom = 'http://www.w3.org/2005/Atom';
const kOf = {
  feed: { once: ['id', 'title', 'updated'], most: ['generator', 'icon', 'logo', 'rights', 'subtitle'], any: ['author', 'category', 'contributor', 'link', 'entry'] },
  entry: { once: ['id', 'title', 'updated'], most: ['content', 'published', 'rights', 'source', 'summary'], any: ['author', 'category', 'contributor', 'link'] },
};
const kTexts = ['title', 'subtitle', 'summary', 'rights'];

const kinds = (name, parents, feed) => parents.flatMap((parent) => childrenOf(parent, name, kAtom)).concat(name === 'feed' ? [feed] : []);
const entries = (feed) => childrenOf(feed, 'entry', kAtom);
const both = (feed) => [feed, ...entries(feed)];
const links = (parent, rel) => childrenOf(parent, 'link', kAtom).filter(({ attributes }) => (attributes.get('rel') ?? 'alternate') === rel);
const textOf = (parent, name) => childrenOf(parent, name, kAtom)[0]?.text ?? '';
const nameOf = (parent) => (parent.name === 'feed' ? 'the feed' : `the entry ${textOf(parent, 'id')}`);

/** @type {import('./rules.mjs').Rule<import('./xml.mjs').Element>[]} */
export const kAtomRules = [
  ['2: the root is atom:feed', (feed) => unless(feed.name === 'feed' && feed.namespace === kAtom, feed.name)],
  ['2: xml:lang is a language', (feed) => both(feed).map(({ attributes }) => attributes.get('xml:lang') ?? 'en').filter((tag) => !isLanguage(tag))],
  ['3.1.1: a text has a known type, and is not marked up', (feed) => kTexts.flatMap((name) => kinds(name, both(feed), feed))
    .filter(({ attributes, children }) => !['text', 'html', undefined].includes(attributes.get('type')) || children.length).map(({ name }) => name)],
  ['3.2: a person has a name', (feed) => kinds('author', both(feed), feed).filter((person) => !textOf(person, 'name') || childrenOf(person, 'name').length > 1).map(({ name }) => name)],
  ['3.2: a person has a name, a uri and an email at most', (feed) => kinds('author', both(feed), feed).flatMap(({ children }) => children.map(({ name }) => name).filter((name) => !['name', 'uri', 'email'].includes(name)))],
  ['3.3: a date is of RFC 3339', (feed) => ['updated', 'published'].flatMap((name) => kinds(name, both(feed), feed)).map(({ text }) => text).filter((text) => !isRfc3339(text))],
  ['4.1: each element is known there', (feed) => both(feed).flatMap((parent) => parent.children
    .filter(({ name, namespace }) => namespace === kAtom && !Object.values(kOf[parent.name] ?? {}).flat().includes(name)).map(({ name }) => name))],
  ['4.1: one of each', (feed) => both(feed).flatMap((parent) => (kOf[parent.name]?.once ?? []).filter((name) => childrenOf(parent, name, kAtom).length !== 1).map((name) => `${name} of ${nameOf(parent)}`))],
  ['4.1: at most one of each', (feed) => both(feed).flatMap((parent) => (kOf[parent.name]?.most ?? []).filter((name) => childrenOf(parent, name, kAtom).length > 1).map((name) => `${name} of ${nameOf(parent)}`))],
  ['4.1.1: the feed or each entry has an author', (feed) => (childrenOf(feed, 'author', kAtom).length ? [] : entries(feed).filter((entry) => !childrenOf(entry, 'author', kAtom).length).map(nameOf))],
  ['4.1.1: the feed says where it lives', (feed) => unless(links(feed, 'self').length === 1, nameOf(feed))],
  ['4.1: one alternate of a type and language', (feed) => both(feed).flatMap((parent) => repeated(links(parent, 'alternate').map(({ attributes }) => `${attributes.get('type')} ${attributes.get('hreflang')}`)))],
  ['4.1.2: an entry has content or an alternate', (feed) => entries(feed).filter((entry) => !childrenOf(entry, 'content', kAtom).length && !links(entry, 'alternate').length).map(nameOf)],
  ['4.1.3: content is text, html or elsewhere', (feed) => kinds('content', entries(feed), feed).filter(({ attributes, children }) => !['text', 'html', undefined].includes(attributes.get('type')) || children.length).map(({ attributes }) => attributes.get('type'))],
  ['4.2.2: a category has a term', (feed) => kinds('category', both(feed), feed).filter(({ attributes }) => !attributes.get('term')).map(({ name }) => name)],
  ['4.2.6: an id is an IRI with a scheme', (feed) => both(feed).map((parent) => textOf(parent, 'id')).filter((id) => !isIri(id))],
  ['4.1.1: no two entries of one id', (feed) => repeated(both(feed).map((parent) => textOf(parent, 'id')))],
  ['4.2.7: a link has an address', (feed) => kinds('link', both(feed), feed).map(({ attributes }) => attributes.get('href') ?? ' ').filter((href) => !isIriReference(href))],
  ['4.2.7: type and hreflang of a link are such', (feed) => kinds('link', both(feed), feed).filter(({ attributes }) => !isMediaType(attributes.get('type') ?? 'a/b') || !isLanguage(attributes.get('hreflang') ?? 'en')).map(({ attributes }) => attributes.get('href'))],
  ['4.2.15: the feed is as new as its entries', (feed) => entries(feed).filter((entry) => Date.parse(textOf(entry, 'updated')) > Date.parse(textOf(feed, 'updated'))).map(nameOf)],
  ['4.2.9: nothing was published after its update', (feed) => entries(feed).filter((entry) => Date.parse(textOf(entry, 'published')) > Date.parse(textOf(entry, 'updated'))).map(nameOf)],
];
