// SPDX-License-Identifier: Apache-2.0

const SILENCE_MS = 40_000;
const LONGEST_PAUSE_MS = 15_000;
const FIRST_PAUSE_MS = 2_000;

/**
 * A text/event-stream parser: feed it decoded text cut at any place, it calls `onEvent({event, data})` for each event
 * and `onRetry(ms)` for each retry field. EventSource would do this, but it cannot send an Authorization header, and a
 * token in a URL ends up in logs.
 */
export function eventParser({ onEvent, onRetry = () => {} }) {
  let rest = '';
  let skipLineFeed = false;
  let event = '';
  let data = [];

  function line(text) {
    if (text === '') {
      if (data.length > 0) onEvent({ event: event || 'message', data: data.join('\n') });
      event = '';
      data = [];
      return;
    }
    const colon = text.indexOf(':');
    if (colon === 0) return;
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') event = value;
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

/**
 * Keeps one event stream open until it is stopped. `callbacks`: `event({event, data})`, `live()`, `lost()` and
 * `refused(status)`, after which nothing more happens. Returns a function that stops it.
 */
export function openStream(url, token, callbacks) {
  let stopped = false;
  let retryMs = FIRST_PAUSE_MS;
  let failures = 0;
  let attempt = new AbortController();
  let lastByteAt = Date.now();
  let endPause = () => {};
  let againAtOnce = false;

  async function readOnce(signal, heard) {
    const response = await fetch(url, {
      headers: { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' },
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal,
    });
    if (isFinal(response.status)) return response.status;
    const type = response.headers.get('content-type') ?? '';
    // A captive portal answers 200 with its own page.
    if (!response.ok || !type.startsWith('text/event-stream')) throw new Error(`not a stream: ${response.status}`);
    const feed = eventParser({
      onEvent(event) {
        if (stopped || signal.aborted) return;
        failures = 0;
        callbacks.live();
        callbacks.event(event);
      },
      onRetry: (ms) => (retryMs = ms),
    });
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return null;
      heard();
      feed(decoder.decode(value, { stream: true }));
    }
  }

  async function connect() {
    attempt = new AbortController();
    const current = attempt;
    let watchdog;
    const heard = () => {
      lastByteAt = Date.now();
      clearTimeout(watchdog);
      watchdog = setTimeout(() => current.abort(), SILENCE_MS);
    };
    heard();
    try {
      return await readOnce(current.signal, heard);
    } catch {
      return null;
    } finally {
      clearTimeout(watchdog);
      current.abort();
    }
  }

  async function run() {
    while (!stopped) {
      againAtOnce = false;
      const refusal = await connect();
      if (stopped) return;
      if (refusal) {
        stop();
        callbacks.refused(refusal);
        return;
      }
      if (againAtOnce) continue;
      callbacks.lost();
      const wait = Math.min(LONGEST_PAUSE_MS, retryMs * 2 ** failures++ * (0.7 + Math.random() * 0.6));
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, wait);
        endPause = () => (clearTimeout(timer), resolve());
      });
    }
  }

  function wake(event) {
    if (event.type === 'visibilitychange' && document.visibilityState !== 'visible') return;
    endPause();
    // A phone that was asleep often holds a dead connection that never reports an error.
    const suspect = event.type === 'online' || event.persisted || Date.now() - lastByteAt > SILENCE_MS / 2;
    if (suspect) {
      againAtOnce = true;
      attempt.abort();
    }
  }

  function stop() {
    stopped = true;
    attempt.abort();
    endPause();
    window.removeEventListener('online', wake);
    window.removeEventListener('pageshow', wake);
    document.removeEventListener('visibilitychange', wake);
  }

  window.addEventListener('online', wake);
  window.addEventListener('pageshow', wake);
  document.addEventListener('visibilitychange', wake);
  run();
  return stop;
}

function isFinal(status) {
  return status >= 400 && status < 500 && status !== 408 && status !== 425 && status !== 429;
}
