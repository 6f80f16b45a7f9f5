/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.health;

import io.uptext.verifier.redis.Redis;

/** Asks Redis whether it is there, on a connection of its own. */
final class RedisQuestion implements Inquiry.Question<Boolean> {

    private final Redis redis;

    RedisQuestion(Redis redis) {
        this.redis = redis;
    }

    @Override
    public Boolean ask() {
        redis.ping();
        return true;
    }

    @Override
    public void close() {
        redis.close();
    }
}
