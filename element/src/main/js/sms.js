// SPDX-License-Identifier: Apache-2.0

/**
 * The link that opens the message on this phone. RFC 5724 says `?body=`, which Android follows; iOS wants `&body=`, also on an
 * iPad that calls itself a Mac. `form` is `auto`, or the name of one of the links.
 */
export function smsLink(links, form, { userAgent, maxTouchPoints } = navigator) {
  const apple = /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
  const name = links[form] ? form : apple ? 'ios' : 'standard';
  const link = String(links[name] || '');
  return link.startsWith('sms:') ? link : '';
}
