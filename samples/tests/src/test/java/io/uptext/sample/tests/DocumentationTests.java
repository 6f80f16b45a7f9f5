/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.sample.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown works, because the samples consist of it. */
class DocumentationTests {

    private static final Path PAGE = Path.of("..", "..", "docs", "clients", "spring-boot.md");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "servlet-site/src/main/java/io/uptext/sample/servlet/Security.java",
                "webflux-site/src/main/java/io/uptext/sample/webflux/Security.java",
                "../clients/spring-boot-starter/src/test/java/io/uptext/spring/site/DocumentedUsers.java"
            })
    void the_beans_are_those_of_files_that_compile(String file) throws IOException {
        Matcher bean =
                Pattern.compile("(?s)// tag::\\w+\n(.*?)\n *// end::").matcher(Files.readString(Path.of("..", file)));
        assertThat(bean.find()).isTrue();
        assertThat(Files.readString(PAGE)).contains("```java\n" + bean.group(1).stripIndent() + "\n```");
    }

    @Test
    void the_settings_are_those_that_there_are() throws IOException {
        String metadata = Files.readString(Path.of(
                "../../clients/spring-boot-starter/target/classes/META-INF/spring-configuration-metadata.json"));
        List<String> names = Pattern.compile(
                        "\"name\": \"(uptext\\.[a-z.-]+)\",\\s+\"type\": \"(?!io\\.uptext\\.spring\\.UptextProperties\")")
                .matcher(metadata)
                .results()
                .map(result -> result.group(1))
                .filter(name -> !name.equals("uptext.login"))
                .toList();
        assertThat(names).contains("uptext.url", "uptext.login.number");
        String page = Files.readString(PAGE);
        assertThat(names).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }
}
