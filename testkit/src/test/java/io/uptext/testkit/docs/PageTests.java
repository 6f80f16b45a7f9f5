/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTests {

    private static final Page PAGE = Page.of("""
            # Title

            First line
            of a paragraph.

            ## Read: `GET /things`

            Tells.

            ```sh not-run
            # no heading
            | no table |
            ```

            | field of the answer | meaning |
            |---|---|
            | `a`, `b` | either \\| or |
            | `c` | the last |

            Afterwards.
            """);

    private final Section section = PAGE.about("GET /things").findFirst().orElseThrow();

    @Test
    void a_section_is_found_by_its_heading_and_introduced_by_what_stands_before_its_table() {
        assertThat(section.heading()).isEqualTo("Read: `GET /things`");
        assertThat(section.introduction()).isEqualTo("Tells.");
        assertThat(PAGE.about("Title").findFirst().orElseThrow().introduction())
                .isEqualTo("First line of a paragraph.");
    }

    @Test
    void a_row_is_about_each_name_in_its_first_cell() {
        Block.Table table = section.table("field of the answer").orElseThrow();
        assertThat(table.names()).containsExactly("a", "b", "c");
        assertThat(table.about("b")).contains("either | or");
        assertThat(table.about("c")).contains("the last");
        assertThat(table.about("d")).isEmpty();
        assertThat(section.table("problem")).isEmpty();
    }

    @Test
    void code_is_nothing_but_code() {
        assertThat(PAGE.all(Block.Code.class))
                .containsExactly(new Block.Code("sh not-run", "# no heading\n| no table |", 10));
    }
}
