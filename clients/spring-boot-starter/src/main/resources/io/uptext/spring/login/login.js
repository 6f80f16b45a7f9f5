// SPDX-License-Identifier: Apache-2.0
import { openStream } from './stream.js';

const FLAWS = {
  wrong_phone: 'A text with this code came from a different phone. Please text from the phone whose number you gave.',
  route_not_trusted: 'Your text came by a route that this site does not accept. Send it as an ordinary SMS from your own phone.',
  outside_validity: 'Your text came too late. If there is time left, please send it again.',
  sender_locked: 'This phone has sent too many wrong codes. Wait an hour, or sign in another way.',
  destination_guarded: 'Too many wrong codes are coming in just now. Cancel, and start again with your phone number.',
};
const DECIDED = ['confirmed', 'denied', 'expired', 'cancelled'];
const ANNOUNCED_SECONDS = [60, 30, 10];
// Texts that came in time are read before a challenge expires.
const GRACE_MS = 25_000;
// Sites end sessions after half an hour, or whenever they want.
const LONG_AFTER_MS = 300_000;
// The server has just said that it knows nothing yet, so it is not asked again at once.
const AGAIN_AFTER_MS = 2_000;

const byId = (id) => document.getElementById(id);

for (const form of document.querySelectorAll('form[data-once]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent !== undefined) event.preventDefault();
    form.dataset.sent = '';
  });
}
// A page that comes out of the browser's memory is as it was when it was left.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});

const challenge = byId('challenge');
if (challenge) wait(challenge);

function wait({ dataset }) {
  const createdAt = Date.parse(dataset.createdAt);
  const expiresAt = Date.parse(dataset.expiresAt);
  const loadedAt = Date.now();
  let skew = Date.parse(dataset.now) - loadedAt;
  let announced = Infinity;
  let finished = false;

  for (const shown of document.querySelectorAll('.clock, .copy')) shown.hidden = false;

  function tick() {
    const left = expiresAt - (Date.now() + skew);
    const seconds = Math.max(0, Math.ceil(left / 1000));
    byId('countdown').textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    challenge.style.setProperty('--left', Math.min(1, Math.max(0, left / (expiresAt - createdAt))).toFixed(4));
    const due = ANNOUNCED_SECONDS.findLast((limit) => seconds <= limit);
    if (due < announced && seconds > 0) {
      announced = due;
      byId('announcer').textContent = `${seconds} seconds left to send your text.`;
    }
    if (left < -GRACE_MS) finish();
  }

  // The session may be over, and the token with it: a page that is loaded anew knows. One that was loaded so late asks.
  function wasAsleepForLong() {
    const longAfter = expiresAt + LONG_AFTER_MS;
    return Date.parse(dataset.now) < longAfter && Date.now() + skew > longAfter;
  }

  // Whatever has happened, the server knows best: it asks Uptext, and says what comes next.
  function finish() {
    if (finished) return;
    finished = true;
    clearInterval(ticking);
    stop();
    byId('status').textContent = 'One moment…';
    if (wasAsleepForLong()) {
      location.replace(dataset.base);
      return;
    }
    const pause = dataset.again ? Math.max(0, AGAIN_AFTER_MS - (Date.now() - loadedAt)) : 0;
    setTimeout(() => byId('finish').requestSubmit(), pause);
  }

  // Whoever cancels is not to be overtaken by the news that it was cancelled.
  document.addEventListener('submit', () => {
    finished = true;
    clearInterval(ticking);
    stop();
  });

  const stop = openStream(dataset.watchUrl, dataset.waitToken, {
    event(name, body) {
      if (name === 'state' && body.now) skew = Date.parse(body.now) - Date.now();
      if (name === 'attempt') {
        byId('notice').textContent = FLAWS[body.flaw] ?? 'A text with this code came, but it could not be accepted.';
      }
      if (DECIDED.includes(body.status)) finish();
    },
    connection(state) {
      challenge.dataset.connection = state;
      const live = state === 'live';
      byId('status').textContent = live
        ? 'Waiting for your text…'
        : 'Connection lost – trying again… If you have sent the text, press Continue.';
      // Whoever cannot listen goes on by hand.
      byId('finish').hidden = live;
      document.querySelector('.by-itself').hidden = !live;
    },
    refused: finish,
  });
  const ticking = setInterval(tick, 500);
  tick();
}

for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', async () => {
    const source = byId(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.textContent);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(source);
      button.textContent = 'Selected';
    }
    byId('announcer').textContent = button.textContent;
    setTimeout(() => (button.textContent = 'Copy'), 2_000);
  });
}
