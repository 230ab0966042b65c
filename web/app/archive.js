// The archive of many posts: the years, and a page for each.

/** @typedef {import('../core/reader.js').Reader} Reader */
/** @typedef {import('../core/catalog.js').Catalog} Catalog */

/** Time zones mix two years where they meet: so many posts may stand among those of the other. */
const kMixed = 40;

/**
 * Of a year it reads only the part of the catalogue where that is.
 * @param {Reader} reader @param {Catalog} catalog
 * @param {string} slug of the year; '' for the archive's own page
 * @returns {Promise<string | null>} null when there is no such page
 */
export async function archiveHtml(reader, catalog, slug) {
  const { years = [], expiring = [] } = catalog.root;
  if (!slug) return reader.html('tags', { tags: years, are_years: true });
  const at = years.findIndex((year) => year.slug === slug);
  if (at < 0) return null;
  const begin = years.slice(0, at).reduce((sum, { count }) => sum + count, 0);
  const slack = kMixed + expiring.length;
  const around = await catalog.slice(begin - slack, begin + years[at].count + slack);
  const posts = around.filter(({ date }) => (date ? String(Number(date.slice(0, 4))) : 'undated') === slug);
  return reader.html('archive', { posts, year: years[at].name });
}
