/* SPDX-License-Identifier: Apache-2.0 */
/** What a challenge is made of: code, text, validity, links and QR. */
@NullMarked
package io.uptext.challenge.issue;

import org.jspecify.annotations.NullMarked;
