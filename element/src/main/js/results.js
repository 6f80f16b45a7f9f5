// SPDX-License-Identifier: Apache-2.0
import { foreign, make, sentence } from './dom.js';

const MARKS = { confirmed: 'm19 33 9 9 17-19', whose: 'M25 26a7 7 0 1 1 10 6c-3 2-3 3-3 6m0 7v1' };
const ATTENTION = 'M32 17v19m0 10v.5';

/**
 * Whose number was it? In open mode any phone could answer, so that a stranger's text would sign somebody in as that stranger. No is
 * as easy to say as yes.
 */
export function whoseView(words, digits, actions) {
  const mine = make('button', { id: 'mine', type: 'button', class: 'primary', part: 'button primary' }, words.mine);
  const notMine = make('button', { id: 'not-mine', type: 'button', class: 'primary', part: 'button primary' }, words.notMine);
  mine.addEventListener('click', actions.mine);
  notMine.addEventListener('click', actions.notMine);
  const ending = make('strong', { dir: 'ltr' }, foreign(digits));
  return result('whose', words.whose, [
    make('p', {}, ...sentence(words.whoseWords, { digits: ending })),
    make('div', { class: 'answers' }, mine, notMine),
  ]);
}

/** What became of it, and what to do. */
export function endView(state, reason, words) {
  const title = reason === 'disavowed' ? words.disavowed : words[state];
  const text = words[`denied.${reason}`] || words[reason === 'disavowed' ? 'disavowedWords' : `${state}Words`];
  return result(state, title, [make('p', {}, text), make('slot', { name: state === 'confirmed' ? 'confirmed' : 'restart' })]);
}

function result(state, title, content) {
  const root = make('section', { class: `result ${state}` }, mark(state), make('h2', { id: 'title', tabindex: '-1' }, title), ...content);
  // Another end, after the question whose it was, is another one to whoever listens.
  return { root, isEnd: state };
}

function mark(state) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 64 64');
  svg.setAttribute('aria-hidden', 'true');
  const circle = document.createElementNS(svg.namespaceURI, 'circle');
  for (const [name, value] of [['cx', 32], ['cy', 32], ['r', 29]]) circle.setAttribute(name, value);
  const path = document.createElementNS(svg.namespaceURI, 'path');
  path.setAttribute('d', MARKS[state] || ATTENTION);
  svg.append(circle, path);
  return svg;
}
