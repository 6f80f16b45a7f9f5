/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

class InMemoryJoinStoreTests extends JoinStoreContract {

    private final InMemoryJoinStore.Memory memory = new InMemoryJoinStore.Memory();

    @Override
    protected JoinStore instance() {
        return new InMemoryJoinStore(memory);
    }

    @Override
    protected void lose() {
        memory.clear();
    }
}
