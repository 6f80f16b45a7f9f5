// SPDX-License-Identifier: Apache-2.0

export const byId = (id) => document.getElementById(id);

export function element(name, className, words = '') {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = words;
  return made;
}

/** Says words to those who listen instead of looking. */
export function announce(words) {
  byId('announcer').textContent = words;
}

/** Per tab, and gone with it. Where storage is switched off, a reload simply starts again. */
export function keep(key, value) {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // As said.
  }
}

export function kept(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}

const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const date = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

export function timeOf(at) {
  return clock.format(at);
}

/** A time of today, a date of another day. */
export function timeOrDate(at) {
  return new Date(at).toDateString() === new Date().toDateString() ? clock.format(at) : date.format(at);
}

/** A number without what people put between its digits; a name stays as it is. */
export function tidyNumber(typed) {
  const tidied = typed.trim().replace(/[\s().\u00ad\u2010-\u2015/-]/g, '').replace(/^00/, '+');
  return /^\+?\d+$/.test(tidied) ? tidied : typed.trim();
}
