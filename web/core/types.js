// Types that the shell's parts share; nothing to run. The formats are in src/README.md.

/**
 * @typedef {{path: string, slug: string, title: string, date?: string, updated?: string, expires?: string, tags: string[],
 *   categories: string[], authors: string[], summary: string, language: string, minutes: number,
 *   words: number, address?: string, series?: string, part?: number, pinned?: boolean, aliases?: string[], smart_punctuation?: boolean,
 *   references?: {[address: string]: {url?: string, width?: number, height?: number, title?: string}}}} Entry
 *
 * @typedef {{name: string, slug: string, count: number, description?: string, url?: string}} Tag
 *
 * @typedef {{title: string, description: string, language: string, html: string, page_size: number,
 *   smart_punctuation?: boolean, remote_media?: boolean, navigation: {title: string, url: string}[], footer: string, base?: string}} Site
 *
 * @typedef {'years' | 'tags' | 'categories' | 'authors' | 'series'} Counted lists of the root that count posts
 *
 * @typedef {{version: number, site: Site, total: number, page_size: number, pages: string[], first?: number, older?: string, tags: Tag[],
 *   categories?: Tag[], authors?: Tag[], series?: Tag[], years?: Tag[], pinned?: Entry[],
 *   index?: string, listed?: string, listed_head?: string, scheduled_from?: number, expiring?: [number, number, Partial<Record<Counted, string[]>>?][]}} CatalogRoot
 *
 * @typedef {{path: string, line?: number, severity?: string, message: string}} Diagnostic
 *
 * @typedef {{name: string, bytes: ArrayBuffer}} IndexFile
 */

export {};
