/* SPDX-License-Identifier: Apache-2.0 */
/** Small web servers for the demo's pages. */
@NullMarked
package io.uptext.quickstart.web;

import org.jspecify.annotations.NullMarked;
