/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import io.uptext.challenge.issue.SmsLinks;

/** Which of the {@link SmsLinks} the hosted page offers. */
public enum SmsLinkForm {
    /** What the browser's system wants: iOS its own, all others that of RFC 5724. */
    AUTO,
    STANDARD,
    IOS,
    BOTH;

    String of(SmsLinks links, Device device) {
        return switch (this) {
            case AUTO -> device == Device.IOS ? links.ios() : links.standard();
            case STANDARD -> links.standard();
            case IOS -> links.ios();
            case BOTH -> links.both();
        };
    }
}
