// SPDX-License-Identifier: Apache-2.0
import { postJson } from './http.js';

const byId = (id) => document.getElementById(id);
const main = document.querySelector('main');
const element = document.querySelector('uptext-challenge');
// The demo speaks English; the element speaks as its reader does.
element.lang = navigator.language;
const KEPT = 'acme.challenge';
const TITLES = { idle: 'Sign in', waiting: 'Waiting for your text', confirmed: 'Signed in' };

function show(view, { focus = true } = {}) {
  main.dataset.view = view;
  for (const section of main.querySelectorAll('[data-view]')) section.hidden = section.dataset.view !== view;
  document.title = `${TITLES[view]} · Acme`;
  say('');
  if (focus && byId(`${view}-title`)) {
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

function wait(challenge) {
  element.challenge = challenge;
  show('waiting');
}

// The element says what it has heard; only our server knows what is true.
element.addEventListener('confirmed', async () => {
  keep(null);
  try {
    const { number } = await openSession();
    element.challenge = null;
    byId('signed-in-as').textContent = `Signed in as ${number}`;
    show('confirmed');
  } catch (problem) {
    element.challenge = null;
    show('idle');
    say(`Your text arrived, but we could not sign you in. ${problem.message}`, 'error');
  }
});
element.addEventListener('cancelled', ({ detail }) => ended(detail.reason === 'by_person' ? '/cancel' : ''));
element.addEventListener('denied', ({ detail }) => ended(detail.reason === 'disavowed' ? '/disavow' : ''));
element.addEventListener('expired', () => ended(''));
element.addEventListener('failed', () => ended(''));

// What the element shows then is enough; our server is told what the person has decided.
async function ended(path) {
  keep(null);
  if (!path) return;
  try {
    await postJson(path);
  } catch {
    say('We could not reach the server to tell it. The code stops working by itself when its time is up.');
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

async function signOut() {
  let words = '';
  try {
    await postJson('/sign-out');
  } catch {
    words = 'We could not reach the server to sign you out. Close this browser to be safe.';
  }
  show('idle');
  say(words);
}

// For whoever tries this out on a computer: the message opens in the simulated phone.
async function linkPhone() {
  try {
    const { phoneUrl } = await (await fetch('/demo.json')).json();
    if (!/^https?:/.test(phoneUrl)) return;
    byId('phone-link').href = phoneUrl;
    byId('phone-link').hidden = false;
  } catch {
    // Only a convenience of the demo.
  }
}

byId('start-form').addEventListener('submit', start);
byId('sign-out').addEventListener('click', signOut);
byId('restart').addEventListener('click', () => {
  element.challenge = null;
  show('idle');
});

linkPhone();
const unfinished = kept();
if (unfinished) wait(unfinished);
else show('idle', { focus: false });
