// SPDX-License-Identifier: Apache-2.0
import { byId, element, timeOrDate } from './dom.js';

const items = new Map();

/** Shows the conversations, and how many texts nobody has read. */
export function renderList(conversations, open) {
  const focused = document.activeElement?.dataset.number;
  const shown = conversations.list.map((conversation) => {
    const item = items.get(conversation.number) ?? newItem(conversation.number, open);
    fill(item, conversation);
    return item;
  });
  byId('conversations').replaceChildren(...shown);
  if (focused !== undefined) focusConversation(focused);

  const { unread } = conversations;
  document.title = unread ? `(${unread}) Phone simulator` : 'Phone simulator';
  byId('others').textContent = unread || '';
  byId('back-words').textContent = unread ? `Back to messages, ${unread} unread` : 'Back to messages';
}

/** @returns whether there is such a conversation */
export function focusConversation(number) {
  const button = items.get(number)?.firstChild;
  button?.focus({ preventScroll: true });
  return button !== undefined;
}

function newItem(number, open) {
  const item = element('li', '');
  const button = element('button', 'row');
  button.type = 'button';
  button.dataset.number = number;
  button.addEventListener('click', () => open(number));
  item.append(button);
  items.set(number, item);
  return item;
}

function fill(item, { number, unread, last }) {
  const who = element('span', 'who', number);
  who.dir = 'auto';
  const preview = element('span', 'preview', previewOf(last));
  preview.dir = 'auto';
  const parts = [avatar(number), who, element('span', 'when', timeOrDate(last.at)), preview];
  if (unread) {
    const badge = element('span', 'badge', unread);
    badge.append(element('span', 'unseen', ' unread'));
    parts.push(badge);
  }
  const button = item.firstChild;
  button.classList.toggle('unread', unread > 0);
  button.dataset.result = last.state ?? '';
  // Words stand apart for those who hear them.
  button.replaceChildren(...parts.flatMap((part) => [part, ' ']));
}

function previewOf({ way, state, text }) {
  if (way === 'received') return text;
  if (state === 'failed') return `Not delivered: ${text}`;
  return `You: ${text}`;
}

function avatar(number) {
  const made = element('span', 'avatar', /^\p{L}/u.test(number) ? [...number][0].toUpperCase() : '');
  made.dataset.hue = 1 + ([...number].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 4);
  made.setAttribute('aria-hidden', 'true');
  return made;
}
