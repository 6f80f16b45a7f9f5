// SPDX-License-Identifier: Apache-2.0

/** The answer of `POST /v1/challenges`, of which these fields are used. */
export interface Challenge {
  readonly id: string;
  /** What is to be texted, and to which number. */
  readonly text: string;
  readonly destination: string;
  readonly smsLinks: SmsLinks;
  /** The QR code as SVG; without it none is shown. */
  readonly qrSvg?: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly expiresAt: string;
  /** What the page waits with; never put it into a URL. */
  readonly waitToken: string;
  readonly watchUrl: string;
  /** Who asks, in words for people; the name of the page's host if absent. */
  readonly relyingPartyName?: string;
  readonly context?: { readonly action?: string; readonly device?: string; readonly place?: string } | null;
}

export interface SmsLinks {
  readonly standard: string;
  readonly ios: string;
  readonly both: string;
}

/** Why it was refused. More words may come. */
export type DenialReason = 'code_in_use' | 'wrong_phone' | 'second_phone' | 'disavowed' | (string & {});

export interface ConfirmedEvent extends CustomEvent<{ readonly id: string }> {}
export interface DeniedEvent extends CustomEvent<{ readonly id: string; readonly reason?: DenialReason }> {}
export interface EndedEvent extends CustomEvent<{ readonly id: string; readonly reason?: string }> {}

export interface UptextChallengeEventMap extends HTMLElementEventMap {
  /** The text has arrived, and where any phone may answer the person has said that the number is theirs. Redeem now. */
  confirmed: ConfirmedEvent;
  /** It was refused; with reason `disavowed` by the person: tell your server, which then disavows the challenge. */
  denied: DeniedEvent;
  /** The time is up. */
  expired: EndedEvent;
  /** It was cancelled; with reason `by_person` here: tell your server, which then cancels the challenge. */
  cancelled: EndedEvent;
  /** Nobody knows the challenge any more (reason `unknown`), or what was set is none (`malformed`). */
  failed: EndedEvent;
}

/**
 * Attributes:
 * `lang`, of this element or one around it in the same tree, as it is when something is drawn: one of en, de, es, fr, pt, hi and ar; else the browser's wish.
 * `challenge`: the challenge as JSON, where setting the property is inconvenient.
 * `sms-link`: `auto` (by the browser, the default), `standard`, `ios` or `both`.
 * `help-after`: after how many seconds help and the slot `fallback` are shown; 60 by default. It is read when a challenge begins.
 *
 * To be read, and for style sheets: `state` is waiting, whose, confirmed, denied, expired, cancelled or failed; `connection`, while
 * it waits, live or lost.
 *
 * Slots: `fallback`, your other way to sign in, shown when it takes long; `restart`, behind every end but the good one;
 * `confirmed`, behind the good one.
 *
 * Parts: `box`, `button`, `primary`. Custom properties: `--uptext-card`, `-ink`, `-muted`, `-line`, `-accent`, `-on-accent`, `-tint`,
 * `-warn`, `-on-warn`, `-good`, `-on-good`, `-radius` and `-font`.
 */
export interface UptextChallenge extends HTMLElement {
  challenge: Challenge | null;

  addEventListener<K extends keyof UptextChallengeEventMap>(
    type: K,
    listener: (this: UptextChallenge, event: UptextChallengeEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'uptext-challenge': UptextChallenge;
  }
}
