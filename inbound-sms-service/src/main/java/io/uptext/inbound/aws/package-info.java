/* SPDX-License-Identifier: Apache-2.0 */
/** The door for AWS End User Messaging, which delivers through Amazon SNS. */
@NullMarked
package io.uptext.inbound.aws;

import org.jspecify.annotations.NullMarked;
