// SPDX-License-Identifier: Apache-2.0
import { ENGLISH } from './english.js';

const LANGUAGES = ['en', 'de', 'es', 'fr', 'pt', 'hi', 'ar'];

/** A page in English is better than none. */
const PATIENCE_MS = 2_000;
const loaded = { en: Promise.resolve(ENGLISH) };

/** The best of our languages for a list of wishes, the dearest first: `['pt-BR', 'en']`. */
export function languageOf(wishes) {
  for (const wish of wishes) {
    const language = String(wish).toLowerCase().split('-')[0];
    if (LANGUAGES.includes(language)) return language;
  }
  return 'en';
}

/** All words of a language; those of English where they cannot be had, or not soon. `from` is the address of this module. */
export function wordsOf(language, from) {
  loaded[language] ||= fetch(new URL(`words/${language}.json`, from), {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
    .then((answer) => (answer.ok ? answer.json() : {}))
    .then((words) => ({ ...ENGLISH, ...words }))
    .catch(() => {
      loaded[language] = undefined;
      return ENGLISH;
    });
  return loaded[language];
}

export function directionOf(language) {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** A text with its places filled in: `fill('{name} asks', {name: 'Acme'})`. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (place, name) => (name in values ? values[name] : place));
}
