/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.topic;

/** Every header that Uptext puts on a dead letter. Their values are text in UTF-8; a letter has those that apply to it. */
public enum DeadLetterHeader {
    /** Why nobody can read it, in words that quote nothing of it. */
    REASON("uptext_dlt_reason"),
    /** What never was a record: where it came from, a connector. */
    ORIGIN("uptext_dlt_origin"),
    /** The topic that it was a record of. */
    TOPIC("uptext_dlt_topic"),
    /** The partition that it was a record of. */
    PARTITION("uptext_dlt_partition"),
    /** Its offset there. */
    OFFSET("uptext_dlt_offset"),
    /** Its timestamp there, in ISO 8601. */
    TIMESTAMP("uptext_dlt_timestamp"),
    /** When it became a dead letter, in ISO 8601. */
    TIME("uptext_dlt_time"),
    /** The service that could not read it. */
    SERVICE("uptext_dlt_service"),
    /** How many headers of the record are left out: forged ones of this list, or all that made it too large. */
    DROPPED_HEADERS("uptext_dlt_dropped_headers"),
    /** How many bytes the key had, of which only the first ones are here, for the whole was too large. */
    KEY_SIZE("uptext_dlt_key_size"),
    /** How many bytes the value had, of which only the first ones are here, for the whole was too large. */
    VALUE_SIZE("uptext_dlt_value_size"),
    /** No letter, but the note that the letter with this offset, in the same partition, was sent back. */
    REPLAYED("uptext_dlt_replayed");

    private static final String PREFIX = "uptext_dlt_";

    private final String headerName;

    DeadLetterHeader(String headerName) {
        this.headerName = headerName;
    }

    /** Whether a header is one of dead letters; no other record has such headers. */
    public static boolean isReserved(String headerName) {
        return headerName.startsWith(PREFIX);
    }

    /** Its name in Kafka. */
    public String headerName() {
        return headerName;
    }
}
