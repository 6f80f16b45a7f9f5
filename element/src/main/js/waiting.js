// SPDX-License-Identifier: Apache-2.0
import { foreign, make, sentence, show } from './dom.js';
import { fill } from './words.js';

/** What is shown while the text travels. `actions`: `cancel()` and `announce(words)`, for whoever does not see. */
export function waitingView(challenge, words, language, link, actions) {
  const { action, device, place } = challenge.context || {};
  const origin = [device, place].filter(Boolean).join(', ');
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(new Date(challenge.createdAt));
  const status = make('p', { id: 'status', 'aria-live': 'polite' }, words.waiting);
  const clock = make('span', { id: 'clock', role: 'timer' }, '');
  const notice = make('p', { id: 'notice', role: 'alert' });
  const slow = make(
    'div',
    { id: 'slow', hidden: true },
    make('strong', {}, words.slow),
    ' ',
    words.slowWords,
    make('slot', { name: 'fallback' }),
  );
  const code = make('dd', { id: 'text', translate: 'no', dir: 'ltr' }, challenge.text);
  const number = make('dd', { id: 'number', translate: 'no', dir: 'ltr' }, challenge.destination);
  const cancel = make('button', { id: 'cancel', type: 'button', class: 'quiet', part: 'button' }, words.cancel);
  cancel.addEventListener('click', actions.cancel);

  const root = make(
    'section',
    { class: 'waiting' },
    make('div', { class: 'strip' }, status, make('p', { class: 'clock' }, make('span', { class: 'unseen' }, `${words.timeLeft} `), clock)),
    make('div', { class: 'bar', 'aria-hidden': 'true' }),
    make(
      'header',
      {},
      make('p', { class: 'asks' }, ...sentence(words.asks, { name: foreign(challenge.relyingPartyName || location.hostname) })),
      make('p', { id: 'action' }, action ? foreign(action) : words.signIn),
      make('p', { class: 'hint' }, ...sentence(origin ? words.asked : words.askedAt, { origin: foreign(origin), time: foreign(time) })),
    ),
    notice,
    make('h2', { id: 'title', tabindex: '-1' }, words.title),
    make(
      'div',
      { class: 'columns' },
      make(
        'div',
        {},
        make(
          'dl',
          {},
          row('copy-text', words.message, code, words.copyMessage, words, actions.announce),
          row('copy-number', words.to, number, words.copyNumber, words, actions.announce),
        ),
        link && make('a', { id: 'open', href: link, class: 'primary', part: 'button primary' }, words.open),
        make('p', { class: 'hint' }, words.byItself),
      ),
      qr(challenge, words),
    ),
    slow,
    make('footer', {}, make('div', {}, make('p', { class: 'never' }, words.never), make('p', { class: 'hint' }, words.price)), cancel),
  );

  return {
    root,
    tick(seconds, share) {
      clock.textContent = clockText(seconds);
      root.style.setProperty('--_left', share.toFixed(3));
      root.toggleAttribute('data-hurry', seconds <= 30);
    },
    connection(state) {
      const line = state === 'live' ? words.waiting : navigator.onLine === false ? words.offline : words.lost;
      if (status.textContent !== line) status.textContent = line;
    },
    announce: (seconds) => actions.announce(fill(words.secondsLeft, { seconds })),
    notice(flaw) {
      notice.textContent = '';
      notice.textContent = words[`flaw.${flaw}`] || words.flaw;
    },
    help() {
      show(slow, true);
      actions.announce(`${words.slow} ${words.slowWords}`);
    },
  };
}

function row(id, label, value, copyLabel, words, announce) {
  const button = make('button', { id, type: 'button', class: 'copy', 'aria-label': copyLabel }, words.copy);
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(value.textContent);
      button.textContent = words.copied;
      announce(words.copied);
    } catch {
      getSelection().selectAllChildren(value);
      announce(words.selected);
    }
    setTimeout(() => (button.textContent = words.copy), 2_000);
  });
  return make('div', { class: 'row' }, make('dt', {}, label), value, make('dd', {}, button));
}

function qr(challenge, words) {
  if (!challenge.qrSvg) return null;
  // As an image the SVG can run no script and is not subject to the page's policy for styles.
  const picture = make('img', {
    id: 'qr',
    alt: fill(words.qr, { number: challenge.destination, text: challenge.text }),
    src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(challenge.qrSvg)}`,
  });
  const box = make('details', {}, make('summary', {}, words.otherPhone), picture, make('p', { class: 'hint' }, words.scan));
  box.open = !matchMedia('(pointer: coarse), (max-width: 30rem)').matches;
  return box;
}

/** "04:59", the same in all languages and fonts of one width. */
function clockText(seconds) {
  const two = (number) => String(number).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
