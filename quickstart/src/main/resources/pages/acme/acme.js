// SPDX-License-Identifier: Apache-2.0
import { clockText, renderChallenge, watchChallenge } from './challenge.js';
import { postJson } from './http.js';

const byId = (id) => document.getElementById(id);
const main = document.querySelector('main');
const phoneLike = matchMedia('(pointer: coarse), (max-width: 30rem)');
const KEPT = 'acme.challenge';
const HELP_AFTER_MS = 60_000;

const TITLES = { idle: 'Sign in', waiting: 'Waiting for your text', confirmed: 'Signed in' };
const ENDINGS = {
  expired: ['The time is up', 'No matching text arrived in time. Nobody has been signed in.'],
  denied: ['Sign-in refused', 'This request was refused. Nobody has been signed in.'],
  cancelled: ['Sign-in cancelled', 'This request was cancelled. Nobody has been signed in.'],
};
const DENIALS = {
  code_in_use: ['That code is taken', 'This code is already in use for another request. Start again to get a new one.'],
  wrong_phone: [
    'Sign-in stopped',
    'A different phone texted this code, so we stopped to be safe. Nobody has been signed in. Start again, and text from the phone whose number you gave.',
  ],
  second_phone: [
    'Sign-in stopped',
    'Two phones texted this code, so we stopped to be safe. Nobody has been signed in. Start again, and keep the code to yourself.',
  ],
};
const UNKNOWN = ['This request is no longer known', 'It may be too old. Start again to get a new code.'];
const FLAWS = {
  wrong_phone: 'A text with this code came from a different phone. Please text from the phone whose number you gave.',
  route_not_trusted: 'Your text came by a route this site does not accept. Send it as an ordinary SMS from your own phone.',
  outside_validity: 'Your text came too late or out of time. If there is time left, please send it again.',
  second_phone: 'Another phone texted this code as well. If that was not you, somebody else has seen your code.',
  sender_locked: 'This phone has sent too many wrong codes. Wait an hour or sign in another way.',
  destination_guarded:
    'Too many wrong codes are coming in just now, so we need to know your phone. Start again with your phone number.',
};

let stopWatching = () => {};
let helpTimer;

function show(state, { focus = true } = {}) {
  delete main.dataset.connection;
  main.dataset.state = state;
  const view = ['idle', 'waiting', 'confirmed'].includes(state) ? state : 'ended';
  for (const section of main.querySelectorAll('[data-view]')) section.hidden = section.dataset.view !== view;
  document.title = `${TITLES[state] ?? byId('ended-title').textContent} · Acme`;
  say('');
  if (focus) {
    byId(`${view}-title`).focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }
}

function say(words, tone = 'warning') {
  const notice = byId('notice');
  notice.dataset.tone = tone;
  notice.textContent = words;
  if (words) notice.scrollIntoView({ block: 'nearest' });
}

function announce(words) {
  byId('announcer').textContent = words;
}

function connection(state) {
  if (main.dataset.connection === state) return;
  main.dataset.connection = state;
  byId('status').textContent = state === 'live' ? 'Waiting for your text…' : 'Connection lost – trying again…';
}

function end(state, words) {
  keep(null);
  clearTimeout(helpTimer);
  [byId('ended-title').textContent, byId('ended-words').textContent] = words;
  show(state);
}

function wait(challenge) {
  stopWatching();
  renderChallenge(main, challenge);
  byId('help').hidden = true;
  clearTimeout(helpTimer);
  helpTimer = setTimeout(() => (byId('help').hidden = false), HELP_AFTER_MS);
  byId('status').textContent = 'Waiting for your text…';
  show('waiting');
  stopWatching = watchChallenge(challenge, {
    connection,
    tick(seconds, share) {
      byId('countdown').textContent = clockText(seconds);
      main.style.setProperty('--share-left', share.toFixed(4));
      main.toggleAttribute('data-hurry', seconds <= 30);
    },
    announce: (seconds) => announce(`${seconds} seconds left to send your text.`),
    attempt: (flaw) => say(FLAWS[flaw] ?? 'A text with this code came, but it could not be accepted.'),
    outcome(status, reason) {
      if (status === 'confirmed') confirmed();
      else end(status, DENIALS[reason] ?? ENDINGS[status]);
    },
    unknown: () => end('failed', UNKNOWN),
  });
}

async function confirmed() {
  keep(null);
  clearTimeout(helpTimer);
  byId('confirmed-title').textContent = 'Your text arrived';
  byId('signed-in-as').textContent = 'Signing you in…';
  byId('sign-out').hidden = true;
  show('confirmed');
  try {
    const { number } = await openSession();
    byId('confirmed-title').textContent = 'Signed in';
    byId('signed-in-as').textContent = `Signed in as ${number}`;
    byId('sign-out').hidden = false;
    announce(`Signed in as ${number}`);
  } catch (problem) {
    byId('ended-title').textContent = 'Your text arrived, but we could not sign you in';
    byId('ended-words').textContent = problem.message;
    show('failed');
  }
}

// The text is paid for and has arrived: a short outage must not cost the user a second one.
async function openSession(attemptsLeft = 3) {
  try {
    return await postJson('/session');
  } catch (problem) {
    if (attemptsLeft === 1 || (problem.status !== 0 && problem.status !== 503)) throw problem;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return openSession(attemptsLeft - 1);
  }
}

// On a phone, opening the messages app may make the browser drop this tab; it must come back to the same challenge.
// Per tab, gone with it, and cleared as soon as the challenge is decided.
function keep(challenge) {
  try {
    if (challenge) sessionStorage.setItem(KEPT, JSON.stringify(challenge));
    else sessionStorage.removeItem(KEPT);
  } catch {
    // Storage may be switched off; then a reload simply starts again.
  }
}

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT));
  } catch {
    return null;
  }
}

function tidyNumber(typed) {
  return typed.replace(/[\s().\u00ad\u2010-\u2015/-]/g, '').replace(/^00/, '+');
}

async function start(event) {
  event.preventDefault();
  const button = byId('start');
  // Not `disabled`, which would throw away keyboard focus.
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  say('');
  byId('msisdn').removeAttribute('aria-invalid');
  try {
    const msisdn = tidyNumber(byId('msisdn').value);
    const { challenge } = await postJson('/sign-in', msisdn ? { msisdn } : {});
    challenge.clockSkew = Date.parse(challenge.createdAt) - Date.now();
    keep(challenge);
    wait(challenge);
  } catch (problem) {
    say(problem.message, 'error');
    if (problem.status === 400 || problem.status === 422) {
      byId('msisdn').setAttribute('aria-invalid', 'true');
      byId('msisdn').focus();
    }
  } finally {
    button.removeAttribute('aria-disabled');
  }
}

async function leave(path, failure) {
  stopWatching();
  keep(null);
  clearTimeout(helpTimer);
  let words = '';
  try {
    await postJson(path);
  } catch {
    words = failure;
  }
  show('idle');
  say(words);
}

async function copy(button, source) {
  const label = button.querySelector('span');
  try {
    await navigator.clipboard.writeText(source.textContent);
    label.textContent = 'Copied';
    announce('Copied');
  } catch {
    getSelection().selectAllChildren(source);
    label.textContent = 'Selected';
    announce('Selected. Copy it with your keyboard or your browser menu.');
  }
  setTimeout(() => (label.textContent = 'Copy'), 2000);
}

function fitDevice() {
  main.dataset.device = phoneLike.matches ? 'phone' : 'desktop';
  byId('qr-box').open = !phoneLike.matches;
}

async function linkPhone() {
  try {
    const { phoneUrl } = await (await fetch('/demo.json')).json();
    if (!/^https?:/.test(phoneUrl)) return;
    byId('phone-link').href = phoneUrl;
    byId('phone-link').hidden = false;
  } catch {
    // The banner stays without its link.
  }
}

byId('start-form').addEventListener('submit', start);
byId('cancel').addEventListener('click', () =>
  leave('/cancel', 'We could not reach the server to cancel. The code stops working by itself when its time is up.'));
byId('sign-out').addEventListener('click', () =>
  leave('/sign-out', 'We could not reach the server to sign you out. Close this browser to be safe.'));
byId('restart').addEventListener('click', () => show('idle'));
byId('copy-text').addEventListener('click', (event) => copy(event.currentTarget, byId('code-text')));
byId('copy-destination').addEventListener('click', (event) => copy(event.currentTarget, byId('destination')));
phoneLike.addEventListener('change', fitDevice);

fitDevice();
linkPhone();
const unfinished = kept();
if (unfinished) wait(unfinished);
else show('idle', { focus: false });
