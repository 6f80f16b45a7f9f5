// SPDX-License-Identifier: Apache-2.0
import { openStream } from './sse.js';

const TERMINAL = ['confirmed', 'denied', 'expired', 'cancelled'];
const GRACE_MS = 20_000;
const ANNOUNCED_SECONDS = [60, 30, 10];

/**
 * Watches one challenge until it is decided. Callbacks, all optional:
 * `connection('live' | 'lost')`, `tick(secondsLeft, shareLeft)`, `announce(secondsLeft)`, `attempt(flaw)`,
 * `outcome(status, reason)` once, `unknown()` when the server no longer knows the challenge.
 * Returns a function that stops watching.
 */
export function watchChallenge(challenge, callbacks) {
  const tell = (name, ...values) => callbacks[name]?.(...values);
  const createdAt = Date.parse(challenge.createdAt);
  let expiresAt = Date.parse(challenge.expiresAt);
  let clockSkew = challenge.clockSkew ?? 0;
  let finished = false;
  let lastTickAt = Date.now();
  let graceFrom = 0;
  let announced = Infinity;

  function finish(name, ...values) {
    if (finished) return;
    stop();
    tell(name, ...values);
  }

  function received({ event, data }) {
    const body = parse(data);
    if (!body) return;
    if (event === 'state') {
      if (body.now) clockSkew = Date.parse(body.now) - Date.now();
      if (body.expiresAt) expiresAt = Date.parse(body.expiresAt);
      tick();
    }
    if (event === 'attempt') tell('attempt', body.flaw);
    if ((event === 'state' || event === 'outcome') && TERMINAL.includes(body.status)) {
      finish('outcome', body.status, body.reason);
    }
  }

  function tick() {
    if (finished) return;
    const local = Date.now();
    // After sleep the stream gets its chance to say what happened meanwhile, before we call it expired ourselves.
    if (local - lastTickAt > 5_000) graceFrom = local + clockSkew;
    lastTickAt = local;
    const now = local + clockSkew;
    const secondsLeft = Math.max(0, Math.ceil((expiresAt - now) / 1000));
    tell('tick', secondsLeft, Math.min(1, Math.max(0, (expiresAt - now) / (expiresAt - createdAt))));
    const due = ANNOUNCED_SECONDS.findLast((seconds) => secondsLeft <= seconds);
    if (due < announced && secondsLeft > 0) {
      announced = due;
      tell('announce', secondsLeft);
    }
    if (now >= Math.max(expiresAt, graceFrom) + GRACE_MS) finish('outcome', 'expired');
  }

  const stopStream = openStream(challenge.watchUrl, challenge.waitToken, {
    event: received,
    live: () => tell('connection', 'live'),
    lost: () => tell('connection', 'lost'),
    refused: () => finish('unknown'),
  });
  const ticking = setInterval(tick, 500);
  tick();

  function stop() {
    finished = true;
    clearInterval(ticking);
    stopStream();
  }
  return stop;
}

/** Writes a challenge into the elements of `root` that have the well-known ids. */
export function renderChallenge(root, challenge) {
  const byId = (id) => root.querySelector(`#${id}`);
  const { action, device, place } = challenge.context ?? {};
  byId('code-text').textContent = challenge.text;
  byId('destination').textContent = challenge.destination;
  byId('action').textContent = action ?? 'Sign in';
  byId('origin').textContent = [device, place].filter(Boolean).join(', ');
  byId('origin-line').hidden = !device && !place;
  byId('sms-link').href = challenge.smsLink.startsWith('sms:') ? challenge.smsLink : '#';
  const picture = root.ownerDocument.createElement('img');
  picture.alt = `QR code: a text message to ${challenge.destination} that says ${challenge.text}`;
  // As an image the SVG can run no script and is not subject to the page's style policy.
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(challenge.qrSvg)}`;
  byId('qr').replaceChildren(picture);
}

/** "04:59" */
export function clockText(seconds) {
  const two = (number) => String(number).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

function parse(data) {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
