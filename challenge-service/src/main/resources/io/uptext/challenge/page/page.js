/* SPDX-License-Identifier: Apache-2.0 */

/** After how many seconds without news the page looks again by itself. */
const LOOK_AGAIN = 10;

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
  element.addEventListener('cancelled', ({ detail }) => {
    // Here nobody remembers what the person has decided: if this page were asked for again, it would wait again.
    if (detail.reason === 'by_person') {
      location.replace(element.dataset.cancelled);
    } else {
      endedAs('cancelled');
    }
  });
  // What nobody knows any more is too old.
  element.addEventListener('failed', () => endedAs('expired'));

  /** An element that has not come, or does not get through to the notifier, hears nothing. */
  const hears = () => customElements.get('uptext-challenge') && element.getAttribute('connection') !== 'lost';

  let silent = 0;
  setInterval(() => {
    silent = hears() ? 0 : silent + 1;
    if (silent >= LOOK_AGAIN) {
      silent = 0;
      // Where there is no network, a reload would take away what is to be texted.
      fetch(location, { cache: 'no-store' }).then(() => location.reload(), () => {});
    }
  }, 1000);
}
