import test from 'ava'
import { isPlainLine, nameOf, readLine, readStreet, unreadableIn } from '../../src/values/line.js'

test('a name loses soft hyphens and marks of direction, and doubled spaces', (t) => {
  t.is(readLine('Kron\u00ADqvist'), 'Kronqvist')
  t.is(readLine('\u200EÅsa\u202A \u00A0 Maria\u202C\u2060 '), 'Åsa Maria')
  t.is(readLine('A\u030Asa'), 'Åsa')
})

test('a name keeps the non-joiner between letters, and a joiner behind a mark', (t) => {
  t.is(readLine('Nazanin\u200Czahra'), 'Nazanin\u200Czahra')
  t.is(readLine('\u200CNazanin\u200C \u200Czahra'), 'Nazanin zahra')
  t.is(readLine('ශ්\u200Dරී'), 'ශ්\u200Dරී')
  t.is(readLine('Å\u200Dsa'), 'Åsa')
  t.true(isPlainLine('Nazanin\u200Czahra'))
})

test('a line break in a street is a space, and in a name stays and is refused', (t) => {
  t.is(readStreet('c/o Svensson\r\nSkolgatan 1'), 'c/o Svensson Skolgatan 1')
  t.false(isPlainLine(readLine('Åsa\nÖberg')))
  t.false(isPlainLine(readLine('Åsa\tÖberg')))
})

test('a line that the font of the letters lacks a letter of is refused, and the letter is named', (t) => {
  for (const name of [
    'Åsa Öberg',
    'Máret Ŋuolla',
    'Łukasz Żółć',
    'Đorđe',
    'Жанна',
    'Αλέξης',
    'Sean O’Brien',
    'Anna‑Karin',
    'Nazanin\u200Czahra',
  ])
    t.is(unreadableIn(name), undefined, name)
  t.is(nameOf(unreadableIn('Sara محمد') ?? ''), 'م (U+0645)')
  t.is(nameOf(unreadableIn('Åsa 😀') ?? ''), '😀 (U+1F600)')
  t.is(nameOf(unreadableIn('Åsa\tÖberg') ?? ''), 'U+0009')
  t.false(isPlainLine('محمد'))
})
