/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

/**
 * What every request passes on its way in.
 *
 * @param origins whose pages may read the answer
 * @param admission whether there is room
 * @param credential whose challenge it is for
 */
record Door(Origins origins, Admission admission, Credential credential) {}
