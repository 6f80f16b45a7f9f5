/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.stage;

import io.uptext.notifier.NotifierService;
import io.uptext.testkit.process.Lifeline;

/** notifier-service as it is, with the settings that are its arguments. */
public final class NotifierProgram {

    private NotifierProgram() {}

    /** Takes settings as notifier-service does. */
    public static void main(String[] arguments) throws Exception {
        Lifeline.hold(() -> NotifierService.application().run(arguments));
    }
}
