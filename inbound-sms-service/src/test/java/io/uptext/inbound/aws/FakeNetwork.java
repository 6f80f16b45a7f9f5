/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.aws;

import io.uptext.inbound.door.Fetcher;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What can be fetched in a test, and what was. */
final class FakeNetwork implements Fetcher {

    private final Map<String, byte[]> documents = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    FakeNetwork with(String address, byte[] document) {
        documents.put(address, document);
        return this;
    }

    void forgetAll() {
        documents.clear();
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public byte[] get(URI address) throws IOException {
        asked.add(address.toString());
        byte @Nullable [] document = documents.get(address.toString());
        if (document == null) {
            throw new IOException("there is nothing at this address");
        }
        return document;
    }
}
