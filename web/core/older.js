// Names of the pages of a long catalogue that its root does not name.
import { fetchBytes } from './fetch.js';

/** @type {Map<string, Promise<string[]>>} by address of the list */
const lists = new Map();

/**
 * @param {import('./types.js').CatalogRoot} root
 * @param {URL} folder of the pages
 * @param {number} number below root.first
 */
export async function nameOf(root, folder, number) {
  const { href } = new URL(root.older ?? '', folder);
  const list = lists.get(href) ?? fetchBytes(href).then((bytes) => JSON.parse(new TextDecoder().decode(bytes)).pages);
  lists.set(href, list);
  list.catch(() => lists.delete(href));
  return (await list)[number];
}
