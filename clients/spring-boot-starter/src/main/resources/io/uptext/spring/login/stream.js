// SPDX-License-Identifier: Apache-2.0
const SILENCE_MS = 40_000;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Keeps one event stream open until it is stopped, and returns a function that stops it. EventSource would do this, but it
 * cannot send a header, and a token in a URL ends up in logs.
 *
 * `heard`: `event(name, body)` for each event, `connection('live' | 'lost')`, and `refused()`, after which nothing more comes.
 */
export function openStream(url, token, heard) {
  let stopped = false;
  let failures = 0;
  let pauseMs = FIRST_PAUSE_MS;
  let lastByteAt = Date.now();
  let connection = new AbortController();
  let endPause = () => {};

  async function read(signal) {
    const response = await fetch(url, {
      headers: { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' },
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal,
    });
    if (isFinal(response.status)) return false;
    // A captive portal answers 200, too.
    if (!response.ok || !(response.headers.get('content-type') ?? '').startsWith('text/event-stream')) return true;
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return true;
      lastByteAt = Date.now();
      // The last part may be half an event, or end between CR and LF.
      const parts = (rest + value).split(/\r\n\r\n|\n\n|\r\r/);
      rest = parts.pop();
      parts.forEach(dispatch);
    }
  }

  function dispatch(block) {
    let name = 'message';
    const data = [];
    for (const line of block.split(/\r\n|\r|\n/)) {
      const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line);
      if (field === 'event') name = value;
      if (field === 'data') data.push(value);
      if (field === 'retry' && /^\d+$/.test(value)) pauseMs = Number(value);
    }
    if (data.length === 0 || stopped) return;
    failures = 0;
    heard.connection('live');
    heard.event(name, parsed(data.join('\n')));
  }

  async function run() {
    while (!stopped) {
      connection = new AbortController();
      lastByteAt = Date.now();
      const again = await read(connection.signal).catch(() => true);
      if (stopped) return;
      if (!again) {
        stop();
        heard.refused();
        return;
      }
      heard.connection('lost');
      const pause = Math.min(LONGEST_PAUSE_MS, pauseMs * 2 ** failures++ * (0.7 + Math.random() * 0.6));
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, pause);
        endPause = () => (clearTimeout(timer), resolve());
      });
    }
  }

  // The server is heard from every few seconds; a phone that was asleep often holds a connection that is dead.
  function check(longest) {
    if (Date.now() - lastByteAt > longest) connection.abort();
  }

  function wake() {
    if (document.visibilityState !== 'visible') return;
    endPause();
    check(SILENCE_MS / 2);
  }

  function stop() {
    stopped = true;
    clearInterval(watching);
    connection.abort();
    endPause();
    removeEventListener('online', wake);
    document.removeEventListener('visibilitychange', wake);
  }

  const watching = setInterval(() => check(SILENCE_MS), 1_000);
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', wake);
  run();
  return stop;
}

function parsed(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

function isFinal(status) {
  return status >= 400 && status < 500 && ![408, 425, 429].includes(status);
}
