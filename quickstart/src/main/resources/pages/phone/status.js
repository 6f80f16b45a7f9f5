// SPDX-License-Identifier: Apache-2.0
import { byId, timeOf } from './dom.js';

const MINUTE_MS = 60_000;

/** Starts the clock. */
export function tick() {
  byId('clock').textContent = timeOf(Date.now());
  setTimeout(tick, MINUTE_MS - (Date.now() % MINUTE_MS));
}

/** Whether the simulator behind the page answers: a phone without it has no service. */
export function showService(isThere) {
  byId('service').dataset.there = isThere;
  byId('service-words').textContent = isThere ? 'Full signal' : 'No service';
}
