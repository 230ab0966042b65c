// Forms of values that several formats share.

/** RFC 3339, with capital T and Z (RFC 4287, section 3.3), and a day that is in the calendar. */
export function isRfc3339(text) {
  const match = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(text);
  return match !== null && isDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** RFC 822 as RSS 2.0 takes it: years of four digits, and the weekday that the day has. */
export function isRfc822(text) {
  const match = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d\d) (\w{3}) (\d{4}) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d (GMT|UT|[+-]([01]\d|2[0-3])[0-5]\d)$/.exec(text);
  if (!match) return false;
  const month = 'JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(match[3]) / 3 + 1;
  if (!Number.isInteger(month) || !isDay(Number(match[4]), month, Number(match[2]))) return false;
  const weekday = new Date(Date.UTC(Number(match[4]), month - 1, Number(match[2]))).getUTCDay();
  return ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][weekday] === match[1];
}

/** A date of the W3C's profile of ISO 8601: a year, a month, a day, or a day with a time and an offset. */
export function isW3cDate(text) {
  if (/T/.test(text)) return isRfc3339(text) || isRfc3339(text.replace(/(T\d\d:\d\d)(Z|[+-])/, '$1:00$2'));
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  return match !== null && isDay(Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1));
}

function isDay(year, month, day) {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** An absolute address of the web, written as an address is (RFC 3986, or 3987 for letters beyond ASCII). */
export function isWebUrl(text) {
  return /^https?:\/\/[^/?#]+/.test(text) && isIri(text);
}

/** An absolute IRI. */
export function isIri(text) {
  return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text) && isIriReference(text) && (!/^https?:/.test(text) || URL.canParse(text));
}

export function isIriReference(text) {
  // eslint-disable-next-line no-control-regex -- these are what must not be there
  return !/[\u0000- "<>\\^`{|}\u007f]|%(?![0-9A-Fa-f]{2})/.test(text) && text.split('#').length <= 2;
}

/** A well-formed language tag (RFC 5646). */
export function isLanguage(text) {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

export function isMediaType(text) {
  return /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(text);
}
