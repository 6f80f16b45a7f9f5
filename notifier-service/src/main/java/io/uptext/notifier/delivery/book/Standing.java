/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.book;

import io.uptext.contracts.vocabulary.KeptReason;

/** Whether an endpoint may be asked. */
public sealed interface Standing {

    /** It may. */
    record Ready() implements Standing {}

    /** Not yet: there is no key to sign with, or we do not know yet whether it was disabled. It may soon. */
    record NotYet() implements Standing {}

    /** Not any more, so that what is meant for it is kept. */
    record Over(KeptReason reason) implements Standing {}
}
