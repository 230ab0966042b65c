import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toggled } from '../../web/search/facets.js';

const kTag = 'tag:"x y"';

test('a filter holds for all of a question, and leaves it as it was', () => {
  const rows = [
    ['', 'tag:"x y" '],
    ['frogs parser', 'tag:"x y" frogs parser'],
    ['frogs OR parser', 'tag:"x y" (frogs OR parser)'],
    ['frogs | parser', 'tag:"x y" (frogs | parser)'],
    ['frogs || parser ', 'tag:"x y" (frogs || parser )'],
    ['"a b"OR c', 'tag:"x y" ("a b"OR c)'],
    ['frogs or parser', 'tag:"x y" frogs or parser'],
    ['"frogs OR parser"', 'tag:"x y" "frogs OR parser"'],
    ['“frogs OR parser”', 'tag:"x y" “frogs OR parser”'],
    ['tag:"a OR b" c|d ORDER', 'tag:"x y" tag:"a OR b" c|d ORDER'],
    ['ditch (frogs OR parser)', 'tag:"x y" ditch (frogs OR parser)'],
    ['(frogs OR parser)', 'tag:"x y" ((frogs OR parser))'],
    ['(a OR b) (c OR d)', 'tag:"x y" (a OR b) (c OR d)'],
    ['(a b) OR (c d)', 'tag:"x y" ((a b) OR (c d))'],
    ['date:2020 (a OR b)', 'tag:"x y" date:2020 (a OR b)'],
    ['date:2020 a OR b', 'tag:"x y" (date:2020 a OR b)'],
    ['date:2020', 'tag:"x y" date:2020'],
    // What is left open ends with the question; a bracket too many parts it.
    ['a OR (b', 'tag:"x y" (a OR (b)'],
    ['a OR "b c', 'tag:"x y" (a OR "b c)'],
    ['(a OR b', 'tag:"x y" (a OR b'],
    ['a OR b) c', 'tag:"x y" (a OR b)) c'],
    ['a) b OR c', 'tag:"x y" a) b OR c'],
    ['צה"ל OR ב', 'tag:"x y" (צה"ל OR ב)'],
  ];
  for (const [question, narrowed] of rows) {
    assert.equal(toggled(question, kTag), narrowed, question);
    assert.equal(toggled(narrowed, kTag), question, narrowed);
  }
});

test('of several filters any may be taken off first', () => {
  for (const question of ['a b', 'a OR b', '(a OR b)', '(a) (b)', 'in:code a | b']) {
    const both = toggled(toggled(question, kTag), 'lang:de');
    assert.ok(both.startsWith(`lang:de ${kTag} `), both);
    assert.equal(toggled(toggled(both, kTag), 'lang:de'), question);
    assert.equal(toggled(toggled(both, 'lang:de'), kTag), question);
  }
});

test('a filter of one side of a choice is no filter of the question', () => {
  assert.equal(toggled('tag:"x y" a OR b', kTag), 'tag:"x y" (tag:"x y" a OR b)');
});
