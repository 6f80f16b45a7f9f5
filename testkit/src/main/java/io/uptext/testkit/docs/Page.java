/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A page of documentation in the Markdown that ours is written in: headings with #, tables with |, code between fences. */
public record Page(List<Section> sections) {

    private static final String FENCE = "```";

    public Page {
        sections = List.copyOf(sections);
    }

    /** Reads one. */
    public static Page read(Path file) throws IOException {
        return of(Files.readString(file));
    }

    static Page of(String markdown) {
        return new Reading(markdown.lines().toList()).page();
    }

    /** Its sections whose headings have this in them. */
    public Stream<Section> about(String word) {
        return sections.stream().filter(section -> section.heading().contains(word));
    }

    /** All blocks of one kind. */
    public <B extends Block> Stream<B> all(Class<B> kind) {
        return sections.stream().flatMap(section -> section.all(kind));
    }

    /** Goes through the lines of a page, once. */
    private static final class Reading {

        private final List<String> lines;
        private final List<Section> sections = new ArrayList<>();
        private final List<Block> blocks = new ArrayList<>();
        private String heading = "";
        private int next;

        Reading(List<String> lines) {
            this.lines = lines;
        }

        Page page() {
            while (next < lines.size()) {
                String line = lines.get(next);
                if (line.startsWith(FENCE)) {
                    blocks.add(code());
                } else if (line.startsWith("#")) {
                    endSection();
                    heading = line.replaceFirst("^#+ *", "");
                    next++;
                } else if (line.startsWith("|")) {
                    blocks.add(Block.Table.of(take(each -> each.startsWith("|"))));
                } else if (line.isBlank()) {
                    next++;
                } else {
                    blocks.add(new Block.Paragraph(String.join(" ", take(Reading::isProse))));
                }
            }
            endSection();
            return new Page(sections);
        }

        private static boolean isProse(String line) {
            return !line.isBlank() && !line.startsWith(FENCE) && !line.startsWith("#") && !line.startsWith("|");
        }

        private Block code() {
            int start = next + 1;
            String info = lines.get(next++).substring(FENCE.length()).strip();
            String text = String.join("\n", take(line -> !line.startsWith(FENCE)));
            next++;
            return new Block.Code(info, text, start);
        }

        private List<String> take(Predicate<String> belongs) {
            List<String> taken = lines.subList(next, lines.size()).stream()
                    .takeWhile(belongs)
                    .toList();
            next += taken.size();
            return taken;
        }

        private void endSection() {
            sections.add(new Section(heading, blocks));
            blocks.clear();
        }
    }
}
