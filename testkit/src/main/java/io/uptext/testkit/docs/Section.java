/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.docs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of a page.
 *
 * @param heading without its marks; the page's title for what comes first
 */
public record Section(String heading, List<Block> blocks) {

    public Section {
        blocks = List.copyOf(blocks);
    }

    /** Its blocks of one kind. */
    public <B extends Block> Stream<B> all(Class<B> kind) {
        return blocks.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Its table whose first column is headed like this. */
    public Optional<Block.Table> table(String header) {
        return all(Block.Table.class)
                .filter(table -> table.header().getFirst().equals(header))
                .findFirst();
    }

    /** What it says before its first table, without code. */
    public String introduction() {
        return String.join(
                "\n\n",
                blocks.stream()
                        .takeWhile(block -> !(block instanceof Block.Table))
                        .filter(Block.Paragraph.class::isInstance)
                        .map(block -> ((Block.Paragraph) block).text())
                        .toList());
    }
}
