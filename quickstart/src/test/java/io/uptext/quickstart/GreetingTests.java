/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.uptext.contracts.vocabulary.RouteTrust;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class GreetingTests {

    @Test
    void a_reason_is_the_innermost_one() {
        Throwable failure = new IllegalStateException("outer", new IOException("inner"));
        assertThat(Greeting.reason(failure)).isEqualTo("inner");
        assertThat(Greeting.reason(new IOException())).isEqualTo("IOException");
    }

    @Test
    void settings_are_named_and_not_quoted() {
        assertThat(reasonOf("route-trust", "hush")).isEqualTo("a.route-trust is one of T0, T1, T2, T3");
        assertThat(reasonOf("hue", "hush")).isEqualTo("a.hue: there is no such setting");
    }

    @Test
    void a_site_to_try_is_a_next_step() {
        assertThat(Greeting.of(Running.STACK, Path.of("quickstart.json"), List.of()))
                .contains("\n   ./uptext site servlet\n");
    }

    private static String reasonOf(String key, String value) {
        Binder binder = new Binder(new MapConfigurationPropertySource(Map.of("a." + key, value)));
        return Greeting.reason(catchThrowable(() -> binder.bindOrCreate(
                "a", Bindable.of(Settings.class), new NoUnboundElementsBindHandler(BindHandler.DEFAULT))));
    }

    record Settings(@Nullable RouteTrust routeTrust) {}
}
