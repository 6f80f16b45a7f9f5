// SPDX-License-Identifier: Apache-2.0
import { readPolls, readStream } from './stream.js';

const SILENCE_MS = 40_000;
const LONGEST_PAUSE_MS = 15_000;
const FIRST_PAUSE_MS = 2_000;

/** The server speaks first, at once. Where nothing comes, something on the way waits for the end of what has none. */
const FIRST_WORD_MS = 8_000;
const MOST_DEAF_STREAMS = 2;

/** Our server refuses a token with this one. It may also come from what stands before it, while it is replaced for example. */
const UNKNOWN_TOKEN = 404;
const MOST_REFUSALS = 4;

/** However long a server tells us to wait, a challenge lives for minutes only. */
const LONGEST_TOLD_PAUSE_MS = 60_000;

/**
 * Stays connected until it is stopped, by a stream or, where streams do not come through, by long polls. `callbacks`:
 * `event(name, body)`, which says true when nothing can follow, `live()`, `lost()` and `refused(status)`, after which nothing more
 * happens. Returns a function that stops it.
 */
export function stayConnected(url, token, callbacks) {
  let stopped = false;
  let retryMs = FIRST_PAUSE_MS;
  let failures = 0;
  let refusals = 0;
  let accepted = false;
  let deafStreams = 0;
  let attempt = new AbortController();
  let endPause = () => {};
  let againAtOnce = false;
  let leftAt = 0;

  async function connect() {
    const current = (attempt = new AbortController());
    const byStream = deafStreams < MOST_DEAF_STREAMS;
    let spoken = false;
    let watchdog;
    const expect = (ms) => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => {
        if (byStream && !spoken) deafStreams++;
        current.abort();
      }, ms);
    };
    const ask = (accept, more) =>
      fetch(url, {
        headers: { Authorization: `Bearer ${token}`, Accept: accept, ...more },
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'error',
        signal: current.signal,
      });
    const heard = () => expect(spoken ? SILENCE_MS : FIRST_WORD_MS);
    const event = (name, body) => {
      if (stopped || current.signal.aborted) return true;
      spoken = accepted = true;
      failures = refusals = 0;
      // Only a stream that was heard says that streams come through.
      if (byStream) deafStreams = 0;
      if (byStream) heard();
      callbacks.live();
      return body ? callbacks.event(name, body) : false;
    };
    const pause = (ms) => Promise.race([new Promise((resolve) => setTimeout(resolve, ms)), aborted(current.signal)]);
    heard();
    try {
      return byStream
        ? await readStream(ask, heard, event, (ms) => (retryMs = ms))
        : await readPolls(ask, (ms) => expect(ms + FIRST_WORD_MS), pause, event);
    } catch {
      return undefined;
    } finally {
      clearTimeout(watchdog);
      current.abort();
    }
  }

  /**
   * Whether to ask again is of no use. A token that a server of ours has never known is unknown; one that it has known may come to
   * an instance that has not heard of it yet, and what is not ours may be replaced in a moment.
   */
  function isFinal({ status, isRefusal, isOurs }) {
    if (!isRefusal) return false;
    return (status === UNKNOWN_TOKEN && isOurs && !accepted) || ++refusals === MOST_REFUSALS;
  }

  /** As long as the server says, and somewhat more, so that not all who were told the same come at once; else more each time. */
  function pauseAfter(refusal) {
    const ours = Math.min(LONGEST_PAUSE_MS, retryMs * 2 ** failures++ * (0.7 + Math.random() * 0.6));
    const told = Math.min(LONGEST_TOLD_PAUSE_MS, (refusal && refusal.retryAfterMs) || 0);
    return Math.max(ours, told * (1 + Math.random() * 0.5));
  }

  async function run() {
    while (!stopped) {
      againAtOnce = false;
      const refusal = await connect();
      if (stopped) return;
      if (refusal && isFinal(refusal)) {
        stop();
        callbacks.refused(refusal.status);
        return;
      }
      if (againAtOnce) continue;
      callbacks.lost();
      const wait = pauseAfter(refusal);
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, wait);
        endPause = () => (clearTimeout(timer), resolve());
      });
    }
  }

  /** A connection that was open when the network went says nothing of it for long. */
  function sleep() {
    callbacks.lost();
    attempt.abort();
  }

  function wake(event) {
    if (event.type === 'visibilitychange' && document.visibilityState !== 'visible') {
      leftAt = Date.now();
      return;
    }
    // Every page is shown once when it has loaded.
    if (event.type === 'pageshow' && !event.persisted) return;
    endPause();
    if (event.type === 'visibilitychange' && Date.now() - leftAt < 1_000) return;
    // A phone that comes back from its messages often holds a dead connection that never reports an error, and its person wants
    // to see the result at once. To ask anew costs little.
    againAtOnce = true;
    attempt.abort();
  }

  function stop() {
    stopped = true;
    attempt.abort();
    endPause();
    removeEventListener('offline', sleep);
    removeEventListener('online', wake);
    removeEventListener('pageshow', wake);
    document.removeEventListener('visibilitychange', wake);
  }

  addEventListener('offline', sleep);
  addEventListener('online', wake);
  addEventListener('pageshow', wake);
  document.addEventListener('visibilitychange', wake);
  run();
  return stop;
}

function aborted(signal) {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true }));
}
