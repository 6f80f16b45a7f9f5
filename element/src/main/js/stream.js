// SPDX-License-Identifier: Apache-2.0

/**
 * A text/event-stream parser: feed it decoded text cut at any place, it calls `onEvent(name, data)` for each event and
 * `onRetry(ms)` for each retry field. EventSource would do this, but it cannot send an Authorization header, and a token in a URL
 * ends up in logs.
 */
export function eventParser(onEvent, onRetry) {
  let rest = '';
  let skipLineFeed = false;
  let name = '';
  let data = [];

  function line(text) {
    if (text === '') {
      if (data.length > 0) onEvent(name || 'message', data.join('\n'));
      name = '';
      data = [];
      return;
    }
    const colon = text.indexOf(':');
    if (colon === 0) return;
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') name = value;
    else if (field === 'data') data.push(value);
    else if (field === 'retry' && /^\d+$/.test(value)) onRetry(Number(value));
  }

  return function feed(chunk) {
    if (chunk === '') return;
    // A CR ends its line at once; the LF of a CR LF may come with the next chunk.
    rest += skipLineFeed && chunk[0] === '\n' ? chunk.slice(1) : chunk;
    skipLineFeed = chunk.endsWith('\r');
    const lines = rest.split(/\r\n|\r|\n/);
    rest = lines.pop();
    lines.forEach(line);
  };
}

/** Between two polls that nothing has happened to: something on the way may drop our wish to wait. */
const SHORTEST_POLL_MS = 2_000;

/** Reads one event stream to its end. Resolves to what was answered instead, or to nothing; rejects where it broke. */
export async function readStream(ask, heard, onEvent, onRetry) {
  const response = await ask('text/event-stream');
  if (!response.ok) return noAnswer(response);
  // A captive portal answers 200 with its own page.
  if (!isOf(response, 'text/event-stream')) throw new Error('not a stream');
  const feed = eventParser((name, data) => onEvent(name, parsed(data)), onRetry);
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return undefined;
    heard();
    feed(decoder.decode(value, { stream: true }));
  }
}

/** As above, with one answer after another, for proxies that hold streams back. */
export async function readPolls(ask, waits, pause, onEvent) {
  for (let wait = 0; ; wait = 25) {
    const asked = Date.now();
    waits(wait * 1_000);
    const response = await ask('application/json', { Prefer: `wait=${wait}` });
    if (!response.ok) return noAnswer(response);
    if (!isOf(response, 'application/json')) throw new Error('not an answer');
    const state = parsed(await response.text());
    const happened = Boolean(state && state.flaw);
    if (happened) onEvent('attempt', state);
    if (onEvent('state', state)) return undefined;
    if (wait > 0 && !happened) await pause(asked + SHORTEST_POLL_MS - Date.now());
  }
}

function isOf(response, type) {
  return (response.headers.get('content-type') || '').startsWith(type);
}

/** Why there is nothing to read: whether to ask again would be answered in the same way, if it is our server that says so. */
function noAnswer(response) {
  const { status, headers } = response;
  return {
    status,
    isRefusal: status >= 400 && status < 500 && status !== 408 && status !== 425 && status !== 429,
    isOurs: isOf(response, 'application/problem+json'),
    retryAfterMs: retryAfter(headers.get('retry-after') || ''),
  };
}

/** In seconds or as a date (RFC 9110, section 10.2.3); 0 where it says nothing. */
function retryAfter(value) {
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return ms > 0 ? ms : 0;
}

function parsed(data) {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
