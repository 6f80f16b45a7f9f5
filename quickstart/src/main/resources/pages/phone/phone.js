// SPDX-License-Identifier: Apache-2.0

const byId = (id) => document.getElementById(id);
const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

function say(words) {
  byId('notice').textContent = words;
}

async function answerOf(request) {
  let response;
  try {
    response = await request;
  } catch {
    throw new Error('The simulator did not answer. Is the quickstart still running?');
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.detail || body.title || `The simulator answered with an error (${response.status}).`);
  return body;
}

async function loadRoutes() {
  const route = byId('route');
  try {
    const connectors = await answerOf(fetch('/connectors.json', { cache: 'no-store' }));
    route.replaceChildren(...connectors.map(({ id, label }) => new Option(label, id)));
    route.disabled = false;
  } catch (problem) {
    route.replaceChildren(new Option('No route', ''));
    say(problem.message);
  }
}

/** #to=50500&text=… : a fragment never leaves the browser, and it is taken out of the history at once. */
function prefill() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  if (wanted.has('to')) byId('to').value = wanted.get('to').replace(/^ (?=\d)/, '+');
  if (wanted.has('text')) byId('text').value = wanted.get('text');
  if (location.hash) history.replaceState(null, '', location.pathname);
  fitText();
}

function fitText() {
  const text = byId('text');
  text.rows = Math.min(5, Math.max(1, Math.ceil(text.value.length / 28), text.value.split('\n').length));
}

function element(name, className, words) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = words;
  return made;
}

function addBubble({ from, to, text }) {
  const item = document.createElement('li');
  const result = element('p', 'result', 'Sending…');
  item.append(element('p', 'meta', `${from} to ${to}, ${time.format(new Date())}`), element('p', 'bubble', text), result);
  byId('thread').append(item);
  item.scrollIntoView({ block: 'end' });
  return (state, words) => {
    item.dataset.result = state;
    result.textContent = words;
    item.scrollIntoView({ block: 'end' });
  };
}

function missing() {
  const fields = { from: 'Give this phone a number.', to: 'Whom is the text to?', route: 'Choose a route.', text: 'Write a message first.' };
  return Object.entries(fields).find(([id]) => byId(id).value.trim() === '');
}

async function send(event) {
  event?.preventDefault();
  const gap = missing();
  if (gap) {
    say(gap[1]);
    byId(gap[0]).focus();
    return;
  }
  say('');
  const message = {
    from: byId('from').value.replace(/[\s().-]/g, ''),
    to: byId('to').value.replace(/[\s().-]/g, ''),
    text: byId('text').value,
    connector: byId('route').value,
  };
  const settle = addBubble(message);
  byId('text').value = '';
  fitText();
  byId('text').focus();
  try {
    const { status, signed } = await answerOf(fetch('/messages', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json, application/problem+json' },
      body: JSON.stringify(message),
    }));
    if (status >= 200 && status < 300) {
      settle('delivered', `Delivered to Uptext by a signed webhook${signed ? ` (${signed})` : ''}`);
    } else {
      settle('failed', `Not delivered: Uptext answered ${status}.`);
    }
  } catch (problem) {
    settle('failed', `Not delivered: ${problem.message}`);
  }
}

byId('compose').addEventListener('submit', send);
byId('text').addEventListener('input', fitText);
byId('text').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event);
});
addEventListener('hashchange', prefill);

prefill();
loadRoutes();
