// SPDX-License-Identifier: Apache-2.0
import { stayConnected } from './connection.js';

const ENDS = ['confirmed', 'denied', 'expired', 'cancelled'];

/** How long after the end of its validity a challenge may still be decided: texts travel, and so does news of them. */
const GRACE_MS = 20_000;
const TICK_MS = 500;
const ASLEEP_MS = 5_000;
const ANNOUNCED_SECONDS = [60, 30, 10];

/**
 * Watches one challenge until it is decided. Callbacks: `connection('live' | 'lost')`, `tick(secondsLeft, shareLeft)` once our clock is
 * known, for somebody's own may be wrong by hours, `announce(secondsLeft)`, `attempt(flaw)`, and one of `outcome(status, reason, numberEnding)` and `unknown()` once.
 * Returns a function that stops watching.
 */
export function watchChallenge(challenge, callbacks) {
  const createdAt = Date.parse(challenge.createdAt);
  let expiresAt = Date.parse(challenge.expiresAt);
  let clockSkew = 0;
  let clockKnown = false;
  let live = false;
  let finished = false;
  let lastTickAt = Date.now();
  let graceFrom = 0;
  let announced = Infinity;

  function finish(name, ...values) {
    if (finished) return;
    stop();
    callbacks[name](...values);
  }

  function connection(isLive) {
    live = isLive;
    callbacks.connection(isLive ? 'live' : 'lost');
  }

  function received(name, body) {
    if (name === 'state') {
      if (body.now) {
        clockSkew = Date.parse(body.now) - Date.now();
        clockKnown = true;
      }
      if (body.expiresAt) expiresAt = Date.parse(body.expiresAt);
      tick();
    }
    if (name === 'attempt') callbacks.attempt(body.flaw);
    if ((name === 'state' || name === 'outcome') && ENDS.includes(body.status)) {
      finish('outcome', body.status, body.reason, body.numberEnding);
    }
    return finished;
  }

  function tick() {
    if (finished) return;
    const local = Date.now();
    // After sleep the connection gets its chance to say what happened meanwhile, before we call it expired ourselves.
    if (local - lastTickAt > ASLEEP_MS) graceFrom = local + clockSkew;
    lastTickAt = local;
    const now = local + clockSkew;
    const secondsLeft = Math.max(0, Math.ceil((expiresAt - now) / 1000));
    if (!clockKnown) return;
    callbacks.tick(secondsLeft, Math.min(1, Math.max(0, (expiresAt - now) / (expiresAt - createdAt))));
    const due = ANNOUNCED_SECONDS.filter((seconds) => secondsLeft <= seconds).pop();
    if (due < announced && secondsLeft > 0) {
      announced = due;
      callbacks.announce(secondsLeft);
    }
    // Without a connection there is no telling: it may have been confirmed in time.
    if (live && now >= Math.max(expiresAt, graceFrom) + GRACE_MS) finish('outcome', 'expired');
  }

  const disconnect = stayConnected(challenge.watchUrl, challenge.waitToken, {
    event: received,
    live: () => connection(true),
    lost: () => connection(false),
    refused: () => finish('unknown'),
  });
  const ticking = setInterval(tick, TICK_MS);
  tick();

  function stop() {
    finished = true;
    clearInterval(ticking);
    disconnect();
  }
  return stop;
}
