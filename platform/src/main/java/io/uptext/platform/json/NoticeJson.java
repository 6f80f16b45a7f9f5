/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.json;

import io.uptext.contracts.event.OutcomeNotice;

/** The bytes of what relying parties are told. They are made here alone, for some are signed and all must be the same. */
public final class NoticeJson {

    private NoticeJson() {}

    /** What a webhook and a listener of the stream of events get. */
    public static byte[] body(OutcomeNotice notice) {
        return Json.MAPPER.writeValueAsBytes(notice.body());
    }

    /** The value of a record on a relying party's own topic. */
    public static byte[] data(OutcomeNotice notice) {
        return Json.MAPPER.writeValueAsBytes(notice.data());
    }
}
