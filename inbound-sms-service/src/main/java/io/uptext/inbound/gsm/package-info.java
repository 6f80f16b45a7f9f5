/* SPDX-License-Identifier: Apache-2.0 */
/** What a short message is made of on the radio side: alphabets and user data headers (3GPP TS 23.038 and 23.040). */
@NullMarked
package io.uptext.inbound.gsm;

import org.jspecify.annotations.NullMarked;
