// SPDX-License-Identifier: Apache-2.0

/** What goes between this page and the simulator behind it. */

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

function post(path, body) {
  return answerOf(fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json, application/problem+json' },
    body: JSON.stringify(body),
  }));
}

export const connectors = () => answerOf(fetch('/connectors.json', { cache: 'no-store' }));

/** Sends a text to Uptext; the answer says in which header the webhook was signed. */
export const sendText = ({ from, to, text, connector }) => post('/messages', { from, to, text, connector });

/** Lets the phone receive a text. */
export const receiveText = ({ from, text }) => post('/incoming', { from, text });

/**
 * Listens for texts while the page is looked at. A browser opens six connections to a host at most, and a page that
 * nobody sees must not hold one of them; it hears what it has missed when it is seen again.
 */
export function listen({ after, received, service }) {
  let stream;
  function open() {
    stream = new EventSource(`/incoming?after=${after()}`);
    stream.onopen = () => service(true);
    stream.onerror = () => service(false);
    stream.onmessage = ({ data }) => received(JSON.parse(data));
  }
  function follow() {
    stream?.close();
    if (document.visibilityState === 'visible') open();
  }
  document.addEventListener('visibilitychange', follow);
  follow();
}
