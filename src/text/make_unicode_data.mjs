// Writes unicode_data.inc from the Unicode data that Node carries: node src/text/make_unicode_data.mjs
// The formats of the tables are told in unicode.cc, which reads them.
import { writeFileSync } from 'node:fs';

const text = (code) => String.fromCodePoint(code);
const only = (string) => ([...string].length === 1 ? string.codePointAt(0) : 0);
const within = (code, ...ranges) => ranges.some(([low, high]) => code >= low && code <= high);

// The order is that of CharClass.
const classes = ['break', 'letter', 'digit', 'mark', 'han', 'hiragana', 'katakana', 'hangul', 'complex', 'complexMark'];
const complex = /^[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tai_Le}\p{sc=New_Tai_Lue}\p{sc=Tai_Tham}\p{sc=Tai_Viet}]/u;
// The dot that makes another consonant, which many leave out, is dropped as an accent is.
const nukta = /^[\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc]/;
const dropped = /^[\p{sc=Zinh}\p{sc=Zyyy}\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Copt}\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}]/u;

function classOf(code) {
  const char = text(code);
  if (/\p{Cn}|\p{Co}|\p{Cs}/u.test(char)) return null; // Any class will do.
  if (code === 0x200b) return 'break';
  if (code >= 0xe0000) return 'mark'; // variants of Han, tags of emoji
  // Beyond the Basic Multilingual Plane, numbers, marks and the signs of old scripts and of mathematics are letters
  // too, and those of music and gestures are none: runs are what costs.
  if (code > 0xffff && !/\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}/u.test(char)) {
    if (within(code, [0x1d000, 0x1d3ff], [0x1d800, 0x1daff], [0x1ec00, 0x1edff], [0x1f000, 0x1ffff])) return 'break';
    return /\p{L}|\p{M}|\p{N}/u.test(char) || within(code, [0x10000, 0x10fff], [0x12000, 0x16fff], [0x1d400, 0x1d7ff])
      ? 'letter' : 'break';
  }
  if (code === 0x640 || nukta.test(char) || /\p{Cf}/u.test(char)) return 'mark';
  if (/\p{Nd}|[²³¹⁰-⁹₀-₉]/u.test(char)) return 'digit';
  if (complex.test(char)) return /\p{M}|[\u0e33\u0eb3]/u.test(char) ? 'complexMark' : /\p{L}/u.test(char) ? 'complex' : 'break';
  if (/\p{M}/u.test(char)) return dropped.test(char) ? 'mark' : 'letter';
  if (/[々〆〇]|\p{sc=Han}/u.test(char) && /\p{L}|\p{Nl}/u.test(char)) return 'han';
  if (!/\p{L}|\p{Nl}/u.test(char)) return 'break';
  if (/\p{sc=Hira}/u.test(char)) return 'hiragana';
  if (/[ーｰﾞﾟ]|\p{sc=Kana}/u.test(char)) return 'katakana';
  return /\p{sc=Hang}/u.test(char) ? 'hangul' : 'letter';
}

// Lower case of the composed form; and of the compatible form where that is one code point.
function lower(code) {
  const char = text(code);
  if (code === 0x130) return 0x69;
  if (within(code, [0x3f4, 0x3f4], [0xff9e, 0xff9f])) return { 0x3f4: 0x3b8, 0xff9e: 0x3099, 0xff9f: 0x309a }[code];
  if (!within(code, [0x80, 0x5ff], [0x10a0, 0x10ff], [0x1c90, 0x1cbf], [0x1e00, 0x1fff], [0x2070, 0x209f], [0x2126, 0x212b],
    [0xff01, 0xff9d])) return code;
  if (!/[\p{L}\p{N}\p{M}]/u.test(char) && !within(code, [0xff01, 0xff5e])) return code;
  const compatible = within(code, [0xa0, 0x24f], [0x2070, 0x209f], [0xff01, 0xff9d]);
  const composed = only(char.normalize(compatible ? 'NFKC' : 'NFC')) || code;
  return only(text(composed).toLowerCase()) || composed;
}

// [base, mark] of a composed small letter, or null. Of Indic scripts, vowel signs in two parts are among them, and
// letters that NFC takes apart.
function parts(code) {
  const isIndic = within(code, [0x900, 0xdff]);
  if (!isIndic && !within(code, [0xc0, 0x52f], [0x622, 0x6d3], [0x1e00, 0x1fff]) || lower(code) !== code) return null;
  const marks = [...text(code).normalize('NFD')];
  const mark = marks.pop();
  const base = only(marks.join('').normalize('NFC'));
  if (isIndic) return base ? [base, mark.codePointAt(0)] : null;
  if (!base || !/\p{L}/u.test(text(base)) || text(base) + mark === text(code)) return null;
  return (text(base) + mark).normalize('NFC') === text(code) ? [base, mark.codePointAt(0)] : null;
}

function varint(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return [...bytes, value];
}
const zigzag = (value) => (value < 0 ? -2 * value - 1 : 2 * value);

// Two tables: numbers of one kind, together, compress better.
function classTables() {
  const bytes = [];
  const kinds = [];
  let from = 0;
  let current = 'break';
  for (let code = 0x80; code < 0xe0200; code++) {
    const next = classOf(code);
    if (next === null || next === current) continue;
    bytes.push(...varint(code - from));
    kinds.push(classes.indexOf(next));
    [from, current] = [code, next];
  }
  return [bytes, kinds];
}

function lowerTable() {
  const pairs = [];
  for (let code = 0x80; code < 0x10000; code++) if (lower(code) !== code) pairs.push([code, lower(code) - code]);
  const bytes = [];
  for (let at = 0, from = 0, before = 0; at < pairs.length;) {
    const [first, delta] = pairs[at];
    const count = (stride) => {
      let n = 1;
      while (pairs[at + n]?.[0] === first + n * stride && pairs[at + n][1] === delta) n++;
      return n;
    };
    const stride = count(2) > count(1) ? 2 : 1;
    const n = count(stride);
    bytes.push(...varint(first - from), ...varint(n * 2 + stride - 1), ...varint(zigzag(delta - before)));
    [from, at, before] = [first, at + n, delta];
  }
  return bytes;
}

function compositionTables() {
  const rows = [];
  for (let code = 0xc0; code < 0x2000; code++) if (parts(code)) rows.push([code, ...parts(code)]);
  const marks = [...new Set(rows.map((row) => row[2]))].sort((a, b) => a - b);
  const [letters, bases] = [[], []];
  let [from, base] = [0, 0];
  for (const row of rows) {
    letters.push(...varint(row[0] - from));
    bases.push(...varint(zigzag(row[1] - base)));
    [from, base] = row;
  }
  return [marks, letters, bases, rows.map((row) => marks.indexOf(row[2]))];
}

function array(type, name, values) {
  const lines = [];
  let line = '   ';
  for (const value of values) {
    if (line.length + String(value).length + 2 > 100) lines.push(line), (line = '   ');
    line += ` ${value},`;
  }
  return `constexpr ${type} ${name}[] = {\n${[...lines, line].join('\n')}\n};\n`;
}

const [firsts, kinds] = classTables();
const [marks, letters, bases, marksOfLetters] = compositionTables();
writeFileSync(new URL('unicode_data.inc', import.meta.url), [
  `// Written by make_unicode_data.mjs from Unicode ${process.versions.unicode}.\n`,
  array('uint8_t', 'kFirstTable', firsts),
  array('uint8_t', 'kClassTable', kinds),
  array('uint8_t', 'kLowerTable', lowerTable()),
  array('uint16_t', 'kMarks', marks),
  array('uint8_t', 'kLetterTable', letters),
  array('uint8_t', 'kBaseTable', bases),
  array('uint8_t', 'kMarkTable', marksOfLetters),
].join('\n'));
