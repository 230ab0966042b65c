// Rules of a format: a table of what each demands, and what of a document breaks it.

/**
 * @template T
 * @typedef {[string, (document: T) => unknown[]]} Rule what is demanded; those of the document's parts that lack it
 */

/** What breaks a rule, in words. @template T @param {Rule<T>[]} rules @param {T} document */
export function broken(rules, document) {
  return rules.flatMap(([demand, offenders]) => offenders(document).map((offender) => `${demand}: ${String(offender).slice(0, 200)}`));
}

/** Those of the texts that stand there more than once. @param {string[]} texts */
export function repeated(texts) {
  return [...new Set(texts.filter((text, place) => texts.indexOf(text) !== place))];
}

/** `[offender]` unless `isFine`. */
export function unless(isFine, offender) {
  return isFine ? [] : [offender];
}
