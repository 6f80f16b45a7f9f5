// SPDX-License-Identifier: Apache-2.0
import { make } from './dom.js';
import { endView, whoseView } from './results.js';
import { smsLink } from './sms.js';
import { STYLE } from './style.js';
import { waitingView } from './waiting.js';
import { watchChallenge } from './watch.js';
import { directionOf, languageOf, wordsOf } from './words.js';

const HERE = import.meta.url;
const HELP_AFTER_SECONDS = 60;

// A style sheet of this kind needs no permission of the page's policy. A browser that has none has no element either, and shows what
// the page has within it.
const SHEET = new CSSStyleSheet();
SHEET.replaceSync(STYLE);

/**
 * Shows a challenge, waits for what becomes of it, and says so by an event: `confirmed`, `denied`, `expired`, `cancelled` or
 * `failed`. See uptext-challenge.d.ts.
 */
export class UptextChallenge extends HTMLElement {
  static get observedAttributes() {
    return ['challenge', 'lang', 'sms-link'];
  }

  constructor() {
    super();
    this._challenge = null;
    this._stop = null;
    this._draws = 0;
    this._box = make('div', { part: 'box' });
    // It is there before there is anything to say: readers heed changes only.
    this._voice = make('p', { class: 'unseen', role: 'status' });
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [SHEET];
    root.append(this._box, this._voice);
  }

  /** The challenge as `POST /v1/challenges` answered, or null. Another one begins anew. */
  get challenge() {
    return this._challenge;
  }

  set challenge(value) {
    if (value && this._challenge && value.id === this._challenge.id && value.waitToken === this._challenge.waitToken) return;
    this._leave();
    this._challenge = value || null;
    this._shown = this._end = this._flaw = this._time = null;
    this._late = false;
    if (this.isConnected) this._begin();
  }

  connectedCallback() {
    // A property that was set before this class was there.
    if (Object.prototype.hasOwnProperty.call(this, 'challenge')) {
      const early = this.challenge;
      delete this.challenge;
      this.challenge = early;
    }
    if (!this._stop) this._begin();
  }

  disconnectedCallback() {
    this._leave();
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === 'challenge') this.challenge = now && parsed(now);
    else if (this.isConnected) this._draw();
  }

  /** Waits for the challenge that there is, or shows how it has ended. */
  _begin() {
    const challenge = this._challenge;
    if (!challenge) {
      this._box.replaceChildren();
      this.removeAttribute('state');
      return;
    }
    if (this._end) {
      this._draw();
      return;
    }
    if (!isChallenge(challenge)) {
      // Whoever has set it hears of it only afterwards.
      queueMicrotask(() => {
        if (this._challenge === challenge) this._finish('failed', 'malformed');
      });
      return;
    }
    this.setAttribute('state', 'waiting');
    this._draw();
    this._stop = this._watch(challenge);
  }

  _watch(challenge) {
    const seconds = Number(this.getAttribute('help-after') || HELP_AFTER_SECONDS);
    const help = setTimeout(
      () => {
        this._late = true;
        this._view('help');
      },
      (seconds >= 0 ? seconds : HELP_AFTER_SECONDS) * 1000,
    );
    const stop = watchChallenge(challenge, {
      connection: (state) => {
        this.setAttribute('connection', state);
        this._view('connection', state);
      },
      tick: (...time) => {
        this._time = time;
        this._view('tick', ...time);
      },
      announce: (left) => this._view('announce', left),
      attempt: (flaw) => {
        this._flaw = flaw;
        this._view('notice', flaw);
      },
      outcome: (status, reason, digits) => {
        if (status === 'confirmed' && digits) this._become('whose', digits);
        else this._finish(status, reason);
      },
      unknown: () => this._finish('failed', 'unknown'),
    });
    return () => {
      clearTimeout(help);
      stop();
    };
  }

  _leave() {
    if (this._stop) this._stop();
    this._stop = null;
    this.removeAttribute('connection');
  }

  _view(method, ...values) {
    if (this._shown && this._shown[method]) this._shown[method](...values);
  }

  _become(state, detail) {
    this._leave();
    this._end = [state, detail];
    this.setAttribute('state', state);
    this._draw();
  }

  /** Ends it, once. */
  _finish(status, reason) {
    if (this._end && this._end[0] !== 'whose') return;
    this._become(status, reason);
    const detail = reason ? { id: this._challenge.id, reason } : { id: this._challenge.id };
    this.dispatchEvent(new CustomEvent(status, { detail, bubbles: true, composed: true }));
  }

  /** Draws what there is in the language of the moment, once its words are here. */
  async _draw() {
    const draw = ++this._draws;
    const around = this.closest('[lang]');
    const language = languageOf(around ? [around.lang] : navigator.languages);
    const words = await wordsOf(language, HERE);
    if (draw !== this._draws || !this._challenge) return;
    const before = this._shown;
    const focused = this.shadowRoot.activeElement;
    this._shown = this._end ? this._ending(this._end, words) : this._waiting(this._challenge, words, language);
    this._box.lang = this._voice.lang = language;
    this._box.dir = directionOf(language);
    this._box.replaceChildren(this._shown.root);
    this._again();
    if (before) this._follow(before, focused);
  }

  /** What has been said of this challenge before it was drawn. */
  _again() {
    if (this.hasAttribute('connection')) this._view('connection', this.getAttribute('connection'));
    if (this._time) this._view('tick', ...this._time);
    if (this._flaw) this._view('notice', this._flaw);
    if (this._late) this._view('help');
  }

  /** Whoever is here goes on here; whoever is elsewhere on the page stays there and is told. */
  _follow(before, focused) {
    const title = this.shadowRoot.getElementById('title');
    if (!this._shown.isEnd || before.isEnd === this._shown.isEnd) {
      const same = focused && this.shadowRoot.getElementById(focused.id);
      if (same) same.focus();
    } else if (focused || document.activeElement === document.body) {
      title.focus();
    } else {
      this._announce(title.textContent);
    }
  }

  /** The same words twice are no change, so that they would be read once. */
  _announce(words) {
    this._voice.textContent = '';
    setTimeout(() => (this._voice.textContent = words), 100);
  }

  _waiting(challenge, words, language) {
    const link = smsLink(challenge.smsLinks || {}, this.getAttribute('sms-link') || 'auto');
    return waitingView(challenge, words, language, link, {
      cancel: () => this._finish('cancelled', 'by_person'),
      announce: (line) => this._announce(line),
    });
  }

  _ending([state, detail], words) {
    return state === 'whose'
      ? whoseView(words, detail, {
          mine: () => this._finish('confirmed'),
          notMine: () => this._finish('denied', 'disavowed'),
        })
      : endView(state, detail, words);
  }
}

function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return {};
  }
}

function isChallenge({ id, text, destination, waitToken, watchUrl, createdAt, expiresAt }) {
  return (
    [id, text, destination, waitToken, watchUrl].every((each) => typeof each === 'string' && each !== '') &&
    !Number.isNaN(Date.parse(createdAt)) &&
    !Number.isNaN(Date.parse(expiresAt))
  );
}

if (!customElements.get('uptext-challenge')) customElements.define('uptext-challenge', UptextChallenge);
