// Lists that pinned posts head. Loaded where there are any.

/** @typedef {import('./types.js').Entry} Entry */

/**
 * Posts number `begin` to `end` of the list that has the pinned ones first.
 * @param {Entry[]} pinned
 * @param {(a: Entry, b: Entry) => number} newestFirst the order of the list
 * @param {(from: number, to: number) => Promise<Entry[]>} slice posts number `from` to `to` of the list by date
 * @param {number} begin @param {number} end
 */
export async function list(pinned, newestFirst, slice, begin, end) {
  const first = [...pinned].sort(newestFirst);
  // Without the n pinned ones, what is number i is between i and i + n of all.
  const rows = await slice(begin - first.length, end);
  const before = first.filter((entry) => rows[0] && newestFirst(rows[0], entry) > 0).length;
  const others = rows.filter((entry) => !entry.pinned).slice(before);
  return [...first.slice(begin, end), ...others].slice(0, end - begin);
}
