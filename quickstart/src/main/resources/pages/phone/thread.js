// SPDX-License-Identifier: Apache-2.0
import { byId, element, timeOf } from './dom.js';

const PAUSE_MS = 5 * 60_000;
const RESULTS = { sending: 'Sending…', delivered: 'Delivered', failed: 'Not delivered' };

// Something to text, and the code to text: no site that is signed in to by text ever sends one.
const LURE = /\b(text|send|reply|sms)\b/i;
const CODE = /\b(?=[a-z-]*\d)[0-9a-hjkmnp-tv-z]{4}-?[0-9a-hjkmnp-tv-z]{4}-?[0-9a-hjkmnp-tv-z]\b/i;

const shown = new Map();
let last;

/** Shows a conversation from its beginning; only what comes later is read aloud. */
export function renderThread(messages, retry) {
  const thread = byId('thread');
  thread.setAttribute('aria-live', 'off');
  byId('bubbles').replaceChildren();
  shown.clear();
  last = undefined;
  messages.forEach((message) => addBubble(message, retry));
  requestAnimationFrame(() => thread.removeAttribute('aria-live'));
}

export function addBubble(message, retry) {
  const item = element('li', message.way);
  const bubble = element('p', 'bubble', message.text);
  bubble.dir = 'auto';
  if (!last || message.at - last.at > PAUSE_MS || (message.way === 'sent' && message.from !== last.from)) {
    item.append(element('p', 'meta', metaOf(message)));
  }
  item.append(element('span', 'unseen', message.way === 'sent' ? 'You: ' : `${message.from}: `), bubble);
  if (message.way === 'received' && LURE.test(message.text) && CODE.test(message.text)) warn(item);
  byId('bubbles').append(item);
  shown.set(message.id, item);
  last = message.way === 'sent' ? message : { at: message.at, from: last?.from };
  if (message.way === 'sent') showResult(message, retry);
  toEnd();
}

export function showResult(message, retry) {
  const item = shown.get(message.id);
  if (!item) return;
  const result = element('div', 'result');
  result.append(element('p', 'state', RESULTS[message.state]));
  if (message.words) result.append(' ', element('p', 'why', message.words));
  if (message.state === 'failed') {
    const again = element('button', 'again', 'Try again');
    again.type = 'button';
    again.addEventListener('click', () => retry(message));
    result.append(again);
  }
  item.dataset.result = message.state;
  item.querySelector('.result')?.remove();
  item.append(result);
  toEnd();
}

export function toEnd() {
  byId('thread').scrollTop = byId('thread').scrollHeight;
}

function metaOf({ way, from, at }) {
  return way === 'sent' ? `${timeOf(at)} · from ${from}` : timeOf(at);
}

/** Once in a conversation, below the last of its kind. */
function warn(item) {
  byId('bubbles').querySelector('.warning')?.remove();
  item.append(byId('warning').content.firstElementChild.cloneNode(true));
}
