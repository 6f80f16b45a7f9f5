/* SPDX-License-Identifier: Apache-2.0 */
/** Access tokens of an authorization server that the operator trusts, as another way to say who asks. */
@NullMarked
package io.uptext.challenge.oauth;

import org.jspecify.annotations.NullMarked;
