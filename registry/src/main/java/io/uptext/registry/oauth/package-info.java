/* SPDX-License-Identifier: Apache-2.0 */
/** Access tokens of an authorization server that the operator trusts, as another way to say who asks. */
@NullMarked
package io.uptext.registry.oauth;

import org.jspecify.annotations.NullMarked;
