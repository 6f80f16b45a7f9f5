/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a section of a page is made of. */
public sealed interface Block {

    /** Prose, a list among it, without the line breaks within. */
    record Paragraph(String text) implements Block {}

    /**
     * A block between fences.
     *
     * @param info what stands behind the first fence: a language, and perhaps more
     * @param line where the first fence stands, from 1
     */
    record Code(String info, String text, int line) implements Block {}

    /**
     * A table.
     *
     * @param header its first row
     * @param rows the others
     */
    record Table(List<String> header, List<List<String>> rows) implements Block {

        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }

        static Table of(List<String> lines) {
            List<List<String>> rows = lines.stream().map(Table::cells).toList();
            // The second line only draws a line.
            return new Table(rows.getFirst(), rows.subList(Math.min(2, rows.size()), rows.size()));
        }

        private static List<String> cells(String line) {
            List<String> cells = new ArrayList<>();
            String inner = line.strip().replaceAll("^\\||\\|$", "");
            for (String cell : inner.split("(?<!\\\\)\\|", -1)) {
                cells.add(cell.replace("\\|", "|").strip());
            }
            return List.copyOf(cells);
        }

        /** The second cell of the row whose first one names this, alone or among others. */
        public Optional<String> about(String name) {
            return rows.stream()
                    .filter(row -> names(row).contains(name))
                    .map(row -> row.get(1))
                    .findFirst();
        }

        /** What the first cells name: all that stands between backticks there. */
        public List<String> names() {
            return rows.stream().flatMap(row -> names(row).stream()).toList();
        }

        private static List<String> names(List<String> row) {
            String[] parts = row.getFirst().split("`", -1);
            List<String> names = new ArrayList<>();
            for (int i = 1; i < parts.length; i += 2) {
                names.add(parts[i]);
            }
            return names;
        }
    }
}
