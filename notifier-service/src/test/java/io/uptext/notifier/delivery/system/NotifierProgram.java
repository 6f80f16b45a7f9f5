/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.system;

import io.uptext.notifier.NotifierService;
import io.uptext.testkit.process.Lifeline;

/** A notifier in a JVM of its own, which may be killed. */
final class NotifierProgram {

    private NotifierProgram() {}

    public static void main(String[] arguments) throws Exception {
        Lifeline.hold(() -> NotifierService.application().run(arguments));
    }
}
