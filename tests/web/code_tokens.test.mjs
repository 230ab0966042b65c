import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeTokens } from '../../web/lib/code_tokens.js';

/** "k:const s:'a'": each token's first letter and text. */
function shape(language, code) {
  return codeTokens(code, language).map(({ kind, from, to }) => `${kind[0]}:${code.slice(from, to)}`).join(' ');
}

test('comments, strings, numbers and keywords are found', () => {
  const rows = [
    ['js', 'const a = "x\\"y"; // c', 'k:const s:"x\\"y" c:// c'],
    ['ts', 'return `a\n${b}` + 1_000', 'k:return s:`a\n${b}` n:1_000'],
    ['rust', "fn f<'a>(x: &'a str) -> char { 'x' }", "k:fn s:'x'"],
    ['python', 'def f(): """d"""  # c\n  return None', 'k:def s:"""d""" c:# c k:return k:None'],
    ['sh', 'if [ "$#" ]; then # c', 'k:if s:"$#" k:then c:# c'],
    ['CPP', '/* a\n b */ int x = 0xFF;', 'c:/* a\n b */ k:int n:0xFF'],
    ['sql', "SELECT 'it' -- c", "k:SELECT s:'it' c:-- c"],
    ['js', 'constant letter', ''],
    ['js', '"unclosed', 's:"unclosed'],
    ['js', '/* unclosed', 'c:/* unclosed'],
    ['nothing', 'if 1 "a"', ''],
    ['constructor', 'if 1 "a"', ''],
    ['js', '', ''],
  ];
  for (const [language, code, expected] of rows) assert.equal(shape(language, code), expected, code);
});

test('tokens stand in order and within the code, whatever it is', () => {
  const parts = ['"', "'", '`', '/*', '*/', '//', '#', '\n', '\\', 'if', '0x', '1e', '<!--', '"""', '🎉', ' '];
  let seed = 7;
  const next = () => (seed = (seed * 48271) % 2147483647);
  for (let round = 0; round < 500; ++round) {
    const code = Array.from({ length: next() % 12 }, () => parts[next() % parts.length]).join('');
    for (const language of ['js', 'rust', 'py', 'sh', 'html', 'lua', 'hs', 'yaml']) {
      let at = 0;
      for (const { from, to } of codeTokens(code, language)) {
        assert.ok(at <= from && from < to && to <= code.length, `${language}: ${code}`);
        at = to;
      }
    }
  }
});
