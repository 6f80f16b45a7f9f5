// SPDX-License-Identifier: Apache-2.0
import { endView, whoseView } from './results.js';
import { smsLink } from './sms.js';
import { STYLE } from './style.js';
import { waitingView } from './waiting.js';
import { watchChallenge } from './watch.js';
import { directionOf, languageOf, wordsOf } from './words.js';

const HERE = import.meta.url;
const HELP_AFTER_SECONDS = 60;

/**
 * Shows a challenge, waits for what becomes of it, and says so by an event: `confirmed`, `denied`, `expired`, `cancelled` or
 * `failed`. See uptext-challenge.d.ts.
 */
export class UptextChallenge extends HTMLElement {
  static get observedAttributes() {
    return ['challenge', 'lang', 'sms-link', 'help-after'];
  }

  constructor() {
    super();
    this._shown = null;
    this._end = null;
    this._stop = () => {};
    this._box = document.createElement('div');
    this._box.setAttribute('part', 'box');
    const root = this.attachShadow({ mode: 'open' });
    // A style sheet of this kind needs no permission of the page's policy.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    root.append(this._box);
  }

  /** The challenge as `POST /v1/challenges` answered, or null. Another one begins anew. */
  get challenge() {
    return this._challenge || null;
  }

  set challenge(value) {
    this._challenge = value;
    if (this.isConnected) this._begin();
  }

  connectedCallback() {
    // A property that was set before this class was there.
    if (Object.prototype.hasOwnProperty.call(this, 'challenge')) {
      const early = this.challenge;
      delete this.challenge;
      this._challenge = early;
    }
    this._begin();
  }

  disconnectedCallback() {
    this._stop();
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === 'challenge') this.challenge = now && JSON.parse(now);
    else if (this.isConnected) this._draw();
  }

  /** Waits for the challenge that there is, if it has not ended here. */
  _begin() {
    this._stop();
    this._end = null;
    this._late = false;
    const challenge = this._challenge;
    if (!challenge) {
      this._box.replaceChildren();
      this.removeAttribute('state');
      return;
    }
    this.setAttribute('state', 'waiting');
    this._draw({ focus: false });
    const helpAfter = Number(this.getAttribute('help-after') || HELP_AFTER_SECONDS) * 1000;
    const help = setTimeout(() => {
      this._late = true;
      this._view('help');
    }, helpAfter);
    const stop = watchChallenge(challenge, {
      connection: (state) => {
        this.setAttribute('connection', state);
        this._view('connection', state);
      },
      tick: (...time) => this._view('tick', ...time),
      announce: (seconds) => this._view('announce', seconds),
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
    this._flaw = null;
    this._stop = () => {
      clearTimeout(help);
      stop();
    };
  }

  _view(method, ...values) {
    if (this._shown && this._shown[method]) this._shown[method](...values);
  }

  _become(state, detail) {
    this._stop();
    this._end = [state, detail];
    this.removeAttribute('connection');
    this.setAttribute('state', state);
    this._draw({ focus: true });
  }

  _finish(status, reason) {
    this._become(status, reason);
    const detail = reason ? { id: this._challenge.id, reason } : { id: this._challenge.id };
    this.dispatchEvent(new CustomEvent(status, { detail, bubbles: true, composed: true }));
  }

  /** Draws what there is in the language of the moment; once its words are here. */
  async _draw({ focus = false } = {}) {
    const challenge = this._challenge;
    if (!challenge) return;
    const around = this.closest('[lang]');
    const language = languageOf(around ? [around.lang] : navigator.languages);
    const end = this._end;
    const words = await wordsOf(language, HERE);
    if (challenge !== this._challenge || end !== this._end) return;
    this._shown = end ? this._ending(end, words) : this._waiting(challenge, words, language);
    this._box.lang = language;
    this._box.dir = directionOf(language);
    this._box.replaceChildren(this._shown.root);
    if (this._late) this._view('help');
    if (this._flaw && !end) this._view('notice', this._flaw);
    if (focus) this.shadowRoot.getElementById('title').focus();
  }

  _waiting(challenge, words, language) {
    const link = smsLink(challenge.smsLinks || {}, this.getAttribute('sms-link') || 'auto');
    return waitingView(challenge, words, language, link, { cancel: () => this._finish('cancelled', 'by_person') });
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

if (!customElements.get('uptext-challenge')) customElements.define('uptext-challenge', UptextChallenge);
