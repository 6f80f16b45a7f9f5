/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets that people name, and those that attackers do. */
class PublicUrlsTests {

    private static final String NO_HOST = "must name a host of the public internet by its full name";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.example",
                "https://acme.example/",
                "https://hooks.acme.example/uptext?tenant=5&x=%20",
                "https://ACME.example/A",
                "HTTPS://acme.example/",
                "https://acme.example:443/",
                "https://acme.example:8443/",
                "https://xn--gteborg-90a.example/",
                "https://127.0.0.1.acme.example/",
                "https://localhost.acme.example/",
                "https://0x7f.acme.example/",
                "https://9.9.9.9/",
                "https://[2620:fe::fe]/",
                "https://a-b.c0.example/@/",
            })
    void a_public_target_is_taken_as_it_is(String url) {
        assertThat(PublicUrls.parse(url)).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "localhost.",
                "a.localhost",
                "printer.local",
                "metadata.google.internal",
                "metadata",
                "redis",
                "redis.default.svc",
                "redis.default.svc.cluster.local",
                "1.0.0.127.in-addr.arpa",
                "router.lan",
                "router.home",
                "router.home.arpa",
                "dc.corp",
                "x.onion",
                "acme.example.",
                "acme..example",
                ".acme.example",
                "-acme.example",
                "acme-.example",
                "ac_me.example",
                "acme.example.1",
                "acme.0x1f",
                "127.0.0.1",
                "127.0.0.1.",
                "127.1",
                "127.0.1",
                "0177.0.0.1",
                "0x7f.0.0.1",
                "0x7f.1",
                "0x7f000001",
                "2130706433",
                "017700000001",
                "127.0.0.01",
                "127.0.0.256",
                "127.0.0.0x1",
                "1.2.3",
                "9.9.9.09",
                "0.0.0.0",
                "0",
                "10.0.0.1",
                "100.64.0.1",
                "100.100.100.200",
                "168.63.129.16",
                "169.254.169.254",
                "2852039166",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.168.1.1",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "255.255.255.255",
                "[::]",
                "[::1]",
                "[::127.0.0.1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::ffff:9.9.9.9]",
                "[0:0:0:0:0:ffff:a9fe:a9fe]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b:1::1]",
                "[2002:7f00:1::]",
                "[2001::1]",
                "[2001:db8::1]",
                "[3fff::1]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[fe80::1]",
                "[fe80::1%25eth0]",
                "[fec0::1]",
                "[ff02::1]",
                "[100::1]",
                "[5f00::1]",
            })
    void a_target_that_is_not_public_is_refused_in_every_spelling(String host) {
        for (String rest : new String[] {"", "/", ":443/hook", "/?x=https://acme.example"}) {
            refused("https://" + host + rest)
                    .satisfies(refusal -> assertThat(refusal.getMessage()).isIn(NO_HOST, "must be a URL"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "http://acme.example/|must begin with https://",
                "ftp://acme.example/|must begin with https://",
                "file:///etc/passwd|must begin with https://",
                "gopher://acme.example/|must begin with https://",
                "jar:https://acme.example/!/|must begin with https://",
                "//acme.example/|must begin with https://",
                "acme.example|must begin with https://",
                "/hook|must begin with https://",
                "https:acme.example|must begin with https://",
                "https:/acme.example|must begin with https://",
                "https:///acme.example|must begin with https://",
                "https://|must be a URL",
                "https://user@acme.example/|must have no user or password in it",
                "https://user:secret@acme.example/|must have no user or password in it",
                "https://acme.example@127.0.0.1/|must have no user or password in it",
                "https://acme.example%40127.0.0.1/|must name a host",
                "https://@acme.example/|must have no user or password in it",
                "https://acme.example/#x|must have no fragment",
                "https://acme.example/#|must have no fragment",
                "https://acme.example#@127.0.0.1/|must have no fragment",
                "https://acme.example:80/|must have the port 443 or 8443",
                "https://acme.example:22/|must have the port 443 or 8443",
                "https://acme.example:6379/|must have the port 443 or 8443",
                "https://acme.example:9092/|must have the port 443 or 8443",
                "https://acme.example:0/|must have the port 443 or 8443",
                "https://acme.example:65979/|must have the port 443 or 8443",
                "https://acme.example:99999999999/|must name a host",
                "https://acme.example:+443/|must name a host",
                "https://acme.example:x/|must name a host",
                "https://acme.example\\@127.0.0.1/|must be a URL",
                "https://acme.example\\.local/|must be a URL",
                "https://127%2e0.0.1/|must name a host",
                "https://acme.example /|must be a URL of up to 2000 characters of ASCII",
                "` https://acme.example/`|must be a URL of up to 2000 characters of ASCII",
                "https://acme。example/|must be a URL of up to 2000 characters of ASCII",
                "https://127．0．0．1/|must be a URL of up to 2000 characters of ASCII",
                "https://１２７.0.0.1/|must be a URL of up to 2000 characters of ASCII",
                "https://①②⑦.0.0.1/|must be a URL of up to 2000 characters of ASCII",
                "https://ⓛocalhost/|must be a URL of up to 2000 characters of ASCII",
                "https://göteborg.example/|must be a URL of up to 2000 characters of ASCII",
                "``|must begin with https://",
            })
    void anything_else_that_is_wrong_is_said(String url, String sentence) {
        refused(url).withMessageStartingWith(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\nX-Evil: 1", "\t", "\u0000", "\u007f", "\u202e"})
    void no_control_character_gets_in(String control) {
        refused("https://acme.example/" + control).withMessageStartingWith("must be a URL of up to 2000 characters");
    }

    @ParameterizedTest
    @ValueSource(ints = {2001, 1_000_000})
    void a_url_that_is_too_long_is_refused(int length) {
        refused("https://acme.example/" + "a".repeat(length - 21)).withMessageContaining("up to 2000 characters");
    }

    private static ThrowableAssertAlternative<IllegalArgumentException> refused(String url) {
        return assertThatIllegalArgumentException().as(url).isThrownBy(() -> PublicUrls.parse(url));
    }
}
