// Finds comments, strings, numbers and keywords in code, well enough to colour it. A family of languages
// shares its lexical habits; a language of no family is left alone.

/** @typedef {{kind: 'comment' | 'string' | 'number' | 'keyword', from: number, to: number}} Token */

const cStyle = String.raw`\/\/.*|\/\*[^]*?(?:\*\/|$)`;
const hash = String.raw`(?<![^\s;])#.*`;
const quotes = String.raw`"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?`;
const backtick = String.raw`${'`'}(?:[^${'`'}\\]|\\[^])*${'`'}?`;
const triple = String.raw`"""[^]*?(?:"""|$)|'''[^]*?(?:'''|$)`;
const rustQuotes = String.raw`"(?:[^"\\]|\\[^])*"?|'(?:[^'\\\n]|\\.)'`; // a lone ' opens a lifetime

/** Its languages, and what a family calls a comment, a string and a keyword. Only SQL's may be in capitals. */
const families = [
  ['js jsx ts tsx javascript typescript mjs', cStyle, `${quotes}|${backtick}`, 'as async await break case catch class const continue default delete do else enum export extends false finally for from function get if implements import in instanceof interface let new null of return set static super switch this throw true try type typeof undefined var void while yield'],
  ['c cc cpp c++ h hpp java kotlin kt cs csharp swift php scala dart zig', cStyle, quotes, 'abstract alignas auto bool break case catch char class const constexpr continue default delete do double else enum explicit export extends extension extern false final float for foreach fun func function guard if implements import in include inline int interface internal is let long namespace new null nullptr object operator override package private protected public pub record return short signed sizeof static struct super switch template this throw throws true try typedef typename union unsigned using val var virtual void volatile when while'],
  ['go golang', cStyle, `${quotes}|${backtick}`, 'break case chan const continue default defer else error fallthrough false for func go goto if import int interface map nil package range return select string struct switch true type var'],
  ['rust rs', cStyle, rustQuotes, 'as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub ref return self Self static struct super trait true type unsafe use where while'],
  ['python py', hash, `${triple}|${quotes}`, 'and as assert async await break class continue def del elif else except False finally for from global if import in is lambda None nonlocal not or pass raise return True try while with yield match case'],
  ['ruby rb crystal elixir ex', hash, quotes, 'alias and begin break case class def defmodule do else elsif end ensure false fn for if in module next nil not or require rescue return self super then true unless until when while yield'],
  ['sh bash shell zsh console fish', hash, quotes, 'case do done elif else esac exit export fi for function if in local return set then until while'],
  ['yaml yml toml ini', hash, quotes, 'true false null yes no on off'],
  ['json json5 jsonc', cStyle, quotes, 'true false null'],
  ['css scss less', String.raw`\/\*[^]*?(?:\*\/|$)`, quotes, 'important media supports import keyframes layer container font-face'],
  ['sql', String.raw`--.*|\/\*[^]*?(?:\*\/|$)`, quotes, 'select from where and or not in join left right inner outer on as group by order having limit insert into values update set delete create table index primary key null unique with union'],
  ['lua', String.raw`--\[\[[^]*?(?:\]\]|$)|--.*`, quotes, 'and break do else elseif end false for function if in local nil not or repeat return then true until while'],
  ['haskell hs elm', String.raw`--.*|\{-[^]*?(?:-\}|$)`, String.raw`"(?:[^"\\\n]|\\.)*"?`, 'case class data deriving do else if import in infixl infixr instance let module newtype of then type where'],
  ['html xml svg', String.raw`<!--[^]*?(?:-->|$)`, String.raw`(?<==)(?:"[^"]*"|'[^']*')`, ''],
];

/** @type {Map<string, {lexer: RegExp, keywords: Set<string>}>} */
const known = new Map();

/** @param {string} language as a code fence names it */
function familyOf(language) {
  const name = language.toLowerCase();
  const found = known.get(name);
  if (found) return found;
  const family = families.find(([names]) => names.split(' ').includes(name));
  if (!family) return null;
  const [, comment, string, keywords] = family;
  const number = String.raw`(?<![\w.-])(?:0[xXbBoO][\da-fA-F_]+|\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?)\w*`;
  const lexer = new RegExp(`(?<comment>${comment})|(?<string>${string})|(?<number>${number})|(?<word>[A-Za-z_][\\w-]*)`, 'g');
  const made = { lexer, keywords: new Set(keywords.split(' ')) };
  known.set(name, made);
  return made;
}

/**
 * @param {string} code @param {string} language as a code fence names it
 * @returns {Token[]} in order, without overlaps; none for a language that is not known
 */
export function codeTokens(code, language) {
  const family = familyOf(language);
  const isSql = /^sql$/i.test(language);
  /** @type {Token[]} */
  const tokens = [];
  for (const match of family ? code.matchAll(family.lexer) : []) {
    const { comment, string, number, word } = match.groups ?? {};
    const isKeyword = word !== undefined && family?.keywords.has(isSql ? word.toLowerCase() : word);
    if (word !== undefined && !isKeyword) continue;
    const kind = comment ? 'comment' : string ? 'string' : number ? 'number' : 'keyword';
    tokens.push({ kind, from: match.index, to: match.index + match[0].length });
  }
  return tokens;
}
