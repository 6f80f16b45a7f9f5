// SPDX-License-Identifier: Apache-2.0
import { byId } from './dom.js';

/**
 * Which screen the phone shows. Each is an entry of the browser's history, so that Back is the phone's Back; the address
 * stays the same, for no number and no text belongs there.
 *
 * A place has a `view`: `list`, `conversation` (with the number in `to`), `new` (`to` may be there) or `settings`.
 */
const LIST = { view: 'list', depth: 0 };
let current = LIST;
let shown = () => {};

export const place = () => current;

/** @param show is told the place, and the one before it if there was one */
export function start(show) {
  shown = show;
  addEventListener('popstate', ({ state }) => {
    if (state || !location.hash) render(state ?? LIST);
  });
  swap(history.state?.view ? history.state : LIST, { isFirst: true });
}

export function go(to) {
  history.pushState({ ...to, depth: current.depth + 1 }, '', location.pathname);
  render(history.state);
}

/** Goes there, instead of where the history is now. */
export function swap(to, { isFirst = false } = {}) {
  history.replaceState({ depth: current.depth, ...to }, '', location.pathname);
  render(history.state, isFirst);
}

/** Takes over an entry that the browser has made for a fragment. */
export function take(to) {
  swap({ ...to, depth: current.depth + 1 });
}

export function back() {
  if (current.depth > 0) history.back();
  else swap(LIST);
}

function render(next, isFirst = false) {
  const before = isFirst ? undefined : current;
  current = next;
  const { view } = next;
  byId('list').hidden = !(view === 'list' || view === 'settings');
  byId('list').inert = view === 'settings';
  byId('conversation').hidden = !(view === 'conversation' || view === 'new');
  byId('settings').hidden = view !== 'settings';
  byId('scrim').hidden = view !== 'settings';
  shown(next, before);
}
