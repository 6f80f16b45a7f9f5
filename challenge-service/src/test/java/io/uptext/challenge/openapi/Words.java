/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.openapi;

import io.uptext.testkit.docs.Page;
import io.uptext.testkit.docs.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a page of docs/api says, which the document says again. A field without a row there fails, and so does a row
 * without a field: neither can be forgotten.
 */
public final class Words {

    /** Where the pages are, seen from a module. */
    public static final Path FOLDER = Path.of("..", "docs", "api");

    private final String file;
    private final Page page;

    private Words(String file, Page page) {
        this.file = file;
        this.page = page;
    }

    /** Those of one page. */
    public static Words of(String file) {
        try {
            return new Words(file, Page.read(FOLDER.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The section that has this in its heading. */
    Section section(String about) {
        return page.about(about)
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/api/" + file + " has no heading with " + about + "."));
    }

    /** What the page is about, before its first section. */
    String introduction() {
        return plain(page.sections().get(1).introduction());
    }

    /** What all fields of an object mean, by a table that is headed like this; each field must be in it, and no other. */
    Meanings meanings(Section section, String header, List<String> fields) {
        var table = section.table(header)
                .or(() -> page.sections().stream()
                        .flatMap(each -> each.table(header).stream())
                        .findFirst())
                .orElseThrow(() -> new AssertionError("docs/api/" + file + " has no table with the head '" + header
                        + "', which is to say what these mean: " + fields));
        Set<String> unknown = new HashSet<>(table.names());
        fields.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new AssertionError("docs/api/" + file + " has under '" + header + "' what is not there: " + unknown);
        }
        return field -> plain(table.about(field)
                .orElseThrow(() -> new AssertionError("docs/api/" + file + ", '" + section.heading()
                        + "', has no row for " + field + " under '" + header + "'.")));
    }

    /** What a field means. */
    interface Meanings {

        String of(String field);
    }

    /** Markdown whose links have gone: they lead from page to page, and the document is elsewhere. */
    static String plain(String markdown) {
        return markdown.replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1");
    }
}
