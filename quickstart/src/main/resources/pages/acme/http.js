// SPDX-License-Identifier: Apache-2.0

/** What went wrong, in words that can be shown. `status` is 0 when no answer came. */
export class Problem extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

export async function postJson(path, body = {}) {
  let response;
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json, application/problem+json' },
      body: JSON.stringify(body),
      cache: 'no-store',
    });
  } catch {
    throw new Problem('We could not reach the server. Check your connection and try again.', 0);
  }
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  throw new Problem(answer.detail || answer.title || 'Something went wrong on our side. Please try again.', response.status);
}
