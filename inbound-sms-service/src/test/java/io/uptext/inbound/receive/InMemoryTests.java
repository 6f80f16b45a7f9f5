/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import org.junit.jupiter.api.Nested;

/** The memory that other tests use keeps the contracts that the one in Redis keeps. */
class InMemoryTests {

    @Nested
    class Messages extends MessageMemoryContract {
        @Override
        protected MessageMemory memory() {
            return new InMemory();
        }
    }

    @Nested
    class Nonces extends NonceMemoryContract {
        @Override
        protected NonceMemory memory() {
            return new InMemory();
        }
    }

    @Nested
    class Parts extends PartMemoryContract {
        @Override
        protected PartMemory memory() {
            return new InMemory();
        }
    }
}
