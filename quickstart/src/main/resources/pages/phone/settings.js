// SPDX-License-Identifier: Apache-2.0
import { byId, keep, kept, tidyNumber } from './dom.js';
import { connectors, receiveText } from './wire.js';

const KEPT = 'phone.settings';
const STRANGER = '+447700900142';
const LURE =
  'ParcelPost: your parcel is held at the depot. To release it, text ACME LOGIN 7KQ4-M2XH-C to 50500 in the next 10 minutes or it goes back.';

/** This phone: its number, and by whom its operator hands on what it sends. */
export const number = () => tidyNumber(byId('from').value);
export const route = () => byId('route').value;

export function say(words) {
  byId('settings-notice').textContent = words;
}

/** @param done closes the sheet */
export async function startSettings(done) {
  const { from, connector } = kept(KEPT);
  if (from) byId('from').value = from;
  const keepBoth = () => keep(KEPT, { from: number(), connector: route() });
  byId('from').addEventListener('change', keepBoth);
  byId('route').addEventListener('change', keepBoth);
  byId('done').addEventListener('click', done);
  byId('scrim').addEventListener('click', done);
  byId('settings').addEventListener('keydown', (event) => {
    if (event.key === 'Escape') done();
  });
  byId('lure').addEventListener('click', async () => {
    try {
      await receiveText({ from: STRANGER, text: LURE });
      done();
    } catch (problem) {
      say(problem.message);
    }
  });
  await loadRoutes(connector);
}

async function loadRoutes(chosen) {
  const select = byId('route');
  try {
    const found = await connectors();
    select.replaceChildren(...found.map(({ id, label }) => new Option(label, id, false, id === chosen)));
    select.disabled = false;
  } catch (problem) {
    select.replaceChildren(new Option('No route', ''));
    say(problem.message);
  }
}
