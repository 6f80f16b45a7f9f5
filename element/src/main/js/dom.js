// SPDX-License-Identifier: Apache-2.0

/** Makes an element: `make('p', {class: 'hint', part: 'hint'}, 'Some words', other)`. */
export function make(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes || {})) {
    if (value !== undefined && value !== false) made.setAttribute(attribute, value === true ? '' : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

const LONGEST = 120;

/** Controls and spaces of all kinds, but for the two that join letters in Hindi and Persian. */
const UNSEEN = /(?:[\p{Cc}\p{Zl}\p{Zp}\s]|(?![\u200c\u200d])\p{Cf})+/gu;

/** Somebody else's words, on one line, in a direction of their own, and not without end: whatever is in them stays in there. */
export function foreign(words) {
  const line = String(words).replace(UNSEEN, ' ').trim();
  return make('bdi', {}, line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line);
}

/** A text with its places filled with elements: a name keeps its direction within a sentence of another. */
export function sentence(text, parts) {
  const pieces = text.split(/\{(\w+)\}/);
  return pieces.map((piece, index) => (index % 2 ? parts[piece] : piece));
}

export function show(element, visible) {
  element.toggleAttribute('hidden', !visible);
}
