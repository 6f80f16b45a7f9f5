// SPDX-License-Identifier: Apache-2.0
import { keep, kept } from './dom.js';

const KEPT = 'phone.messages';
const MOST = 100;

/**
 * All texts of this phone, by the other end's number. Whoever wants to know of changes listens for `added`, `settled`
 * and `read`; `detail` has the `number` and, of the first two, the `message`.
 */
export class Conversations extends EventTarget {
  #all;
  #drafts;
  #last;

  constructor() {
    super();
    const { all = [], drafts = {}, last = 0 } = kept(KEPT);
    this.#all = new Map(all);
    this.#drafts = drafts;
    this.#last = last;
    for (const { messages } of this.#all.values()) messages.forEach(interrupt);
  }

  /** The newest first. */
  get list() {
    return [...this.#all].map(([number, { messages, unread }]) => ({ number, unread, last: messages.at(-1) }))
      .sort((one, other) => other.last.at - one.last.at);
  }

  get unread() {
    return [...this.#all.values()].reduce((sum, { unread }) => sum + unread, 0);
  }

  /** The id of the last text that was received. */
  get last() {
    return this.#last;
  }

  has(number) {
    return this.#all.has(number);
  }

  messages(number) {
    return this.#all.get(number)?.messages ?? [];
  }

  send(number, from, text) {
    const message = { id: crypto.randomUUID(), way: 'sent', from, text, at: Date.now(), state: 'sending', words: '' };
    this.#add(number, message, 0);
    return message;
  }

  /** @param isSeen whether its conversation is what is looked at */
  receive({ id, from, text, at }, isSeen) {
    if (id <= this.#last) return;
    this.#last = id;
    this.#add(from, { id: `received-${id}`, way: 'received', from, text, at: Date.parse(at) }, isSeen ? 0 : 1);
  }

  settle(number, message, changes) {
    Object.assign(message, changes);
    this.#tell('settled', { number, message });
  }

  read(number) {
    const conversation = this.#all.get(number);
    if (!conversation?.unread) return;
    conversation.unread = 0;
    this.#tell('read', { number });
  }

  draft(number) {
    return this.#drafts[number] ?? '';
  }

  keepDraft(number, text) {
    if (text) this.#drafts[number] = text;
    else delete this.#drafts[number];
    this.#keep();
  }

  #add(number, message, unread) {
    const conversation = this.#all.get(number) ?? { messages: [], unread: 0 };
    this.#all.set(number, conversation);
    conversation.messages.push(message);
    conversation.messages.splice(0, conversation.messages.length - MOST);
    conversation.unread += unread;
    this.#tell('added', { number, message });
  }

  #tell(what, detail) {
    this.#keep();
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }

  #keep() {
    keep(KEPT, { all: [...this.#all], drafts: this.#drafts, last: this.#last });
  }
}

/** Nobody waits any more for the answer to what was being sent before a reload. */
function interrupt(message) {
  if (message.state !== 'sending') return;
  message.state = 'failed';
  message.words = 'The page was reloaded before an answer came.';
}
