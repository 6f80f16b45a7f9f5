/* SPDX-License-Identifier: Apache-2.0 */

/** As often as the page looks again where there are no scripts, in milliseconds. */
const LOOK_AGAIN = 5000;

const { goOn } = document.querySelector('main').dataset;
const element = document.querySelector('uptext-challenge');

if (goOn) {
  location.replace(goOn);
}

if (element) {
  const back = element.querySelector('[slot="restart"]');

  /** Shows the way back, which says how it has ended. */
  const endedAs = (status) => {
    back.href = element.dataset[status];
    back.hidden = false;
  };

  element.addEventListener('confirmed', () => location.replace(element.dataset.confirmed));
  element.addEventListener('denied', ({ detail }) => {
    if (detail.reason === 'disavowed') {
      location.replace(element.dataset.disavowed);
    } else {
      endedAs('denied');
    }
  });
  element.addEventListener('expired', () => endedAs('expired'));
  element.addEventListener('cancelled', () => endedAs('cancelled'));
  // What nobody knows any more is too old.
  element.addEventListener('failed', () => endedAs('expired'));

  // An element that has not come leaves what is there without scripts, and that is to be looked at again.
  addEventListener('load', () => {
    if (!customElements.get('uptext-challenge')) {
      setTimeout(() => location.reload(), LOOK_AGAIN);
    }
  });
}
