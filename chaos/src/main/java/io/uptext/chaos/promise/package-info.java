/* SPDX-License-Identifier: Apache-2.0 */
/** What is promised about the outcomes of a run and to those who wait for them, as objects that are checked against its log. */
@NullMarked
package io.uptext.chaos.promise;

import org.jspecify.annotations.NullMarked;
