/* SPDX-License-Identifier: Apache-2.0 */
/** Configuration in files that change while a service runs. */
@NullMarked
package io.uptext.platform.file;

import org.jspecify.annotations.NullMarked;
