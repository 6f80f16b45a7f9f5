// SPDX-License-Identifier: Apache-2.0
import { Conversations } from './conversations.js';
import { announce, byId, tidyNumber } from './dom.js';
import { focusConversation, renderList } from './list.js';
import * as screens from './screens.js';
import { number, route, say as saySettings, startSettings } from './settings.js';
import { showService, tick } from './status.js';
import { addBubble, renderThread, showResult, toEnd } from './thread.js';
import { listen, sendText } from './wire.js';

const conversations = new Conversations();
const hasKeyboard = matchMedia('(pointer: fine)');

/** The number whose conversation is looked at; none while a new message has none yet. */
const partner = () => (screens.place().view === 'conversation' ? screens.place().to : undefined);

/** Names, as operators and shops send under, take no answer. */
const takesAnswer = (who) => who === undefined || /^\+?\d+$/.test(who);

const show = {
  list(before) {
    if (before?.view === 'settings') byId('open-settings').focus();
    else if (before?.view === 'new') byId('new').focus();
    else if (before && !focusConversation(before.to)) byId('list-title').focus({ preventScroll: true });
  },
  conversation(before, { to }) {
    byId('conversation-title').textContent = to;
    byId('to').value = to;
    conversations.read(to);
    compose(to, before && takesAnswer(to) && hasKeyboard.matches ? byId('text') : before && byId('conversation-title'));
  },
  new(before, { to = '' }) {
    byId('conversation-title').textContent = 'New message';
    byId('to').value = to;
    compose(undefined, to ? byId('text') : byId('to'));
  },
  settings() {
    saySettings('');
    byId('settings-title').focus({ preventScroll: true });
  },
};

function compose(who, focus) {
  say('');
  byId('to-line').hidden = who !== undefined;
  byId('write').hidden = !takesAnswer(who);
  byId('no-answer').hidden = takesAnswer(who);
  byId('text').value = conversations.draft(who ?? '');
  fitText();
  renderThread(conversations.messages(who), retry);
  focus?.focus({ preventScroll: true });
  toEnd();
}

function say(words) {
  byId('notice').textContent = words;
}

function fitText() {
  const text = byId('text');
  text.rows = Math.min(5, Math.max(1, Math.ceil(text.value.length / 28), text.value.split('\n').length));
}

function write(text) {
  byId('text').value = text;
  conversations.keepDraft(partner() ?? '', text);
  fitText();
}

/** What is missing for sending, in words. */
function gap(to, text) {
  if (!to) return ['to', 'Whom is the text to?'];
  if (!text.trim()) return ['text', 'Write a message first.'];
  if (!number() || !route()) return ['back', 'This phone has no number or no route: see “This phone” in the list of messages.'];
  return undefined;
}

function send(event) {
  event?.preventDefault();
  const to = partner() ?? tidyNumber(byId('to').value);
  const text = byId('text').value;
  const missing = gap(to, text);
  if (missing) {
    say(missing[1]);
    byId(missing[0]).focus();
    return;
  }
  write('');
  const message = conversations.send(to, number(), text);
  if (partner() === undefined) screens.swap({ view: 'conversation', to });
  byId('text').focus();
  deliver(to, message);
}

async function deliver(to, message) {
  try {
    const { signed } = await sendText({ from: message.from, to, text: message.text, connector: route() });
    conversations.settle(to, message, { state: 'delivered', words: `to Uptext by a signed webhook (${signed})` });
  } catch (problem) {
    conversations.settle(to, message, { state: 'failed', words: problem.message });
  }
}

function retry(message) {
  const to = partner();
  conversations.settle(to, message, { state: 'sending', words: '', from: number() });
  byId('text').focus();
  deliver(to, message);
}

/** #to=50500&text=… : a fragment never leaves the browser, and it is taken out of the history at once. */
function followLink(enter) {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const to = tidyNumber((wanted.get('to') ?? '').replace(/^ (?=\d)/, '+'));
  const isKnown = conversations.has(to);
  if (wanted.has('text')) conversations.keepDraft(isKnown ? to : '', wanted.get('text'));
  enter(isKnown ? { view: 'conversation', to } : { view: 'new', to });
}

conversations.addEventListener('added', ({ detail: { number: who, message } }) => {
  renderList(conversations, open);
  if (who === partner()) addBubble(message, retry);
  else if (message.way === 'received') announce(`New text from ${who}`);
});
conversations.addEventListener('settled', ({ detail: { number: who, message } }) => {
  renderList(conversations, open);
  if (who === partner()) showResult(message, retry);
  else if (message.state === 'failed') announce(`A text to ${who} was not delivered`);
});
conversations.addEventListener('read', () => renderList(conversations, open));

function open(who) {
  screens.go({ view: 'conversation', to: who });
}

byId('new').addEventListener('click', () => screens.go({ view: 'new' }));
byId('open-settings').addEventListener('click', () => screens.go({ view: 'settings' }));
byId('back').addEventListener('click', screens.back);
byId('compose').addEventListener('submit', send);
byId('text').addEventListener('input', () => write(byId('text').value));
byId('text').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event);
});
addEventListener('hashchange', () => {
  if (location.hash) followLink(screens.take);
});

const link = location.hash;
tick();
renderList(conversations, open);
if (link) {
  // The list is behind it, for Back.
  const linked = [];
  followLink((place) => linked.push(place));
  screens.start((place, before) => show[place.view](before, place));
  screens.go(linked[0]);
} else {
  screens.start((place, before) => show[place.view](before, place));
}
startSettings(screens.back);
listen({
  after: () => conversations.last,
  received: (text) => conversations.receive(text, text.from === partner()),
  service: showService,
});
