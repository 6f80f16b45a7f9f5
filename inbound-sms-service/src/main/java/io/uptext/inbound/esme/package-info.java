/* SPDX-License-Identifier: Apache-2.0 */
/** Our end of binds at SMSCs (an ESME, in the words of SMPP): connections, their flow and their loss. */
@NullMarked
package io.uptext.inbound.esme;

import org.jspecify.annotations.NullMarked;
