/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says which settings nobody knows, in place of Boot, which would log their values: {@code secret} may be among them. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class UnknownSettings extends AbstractFailureAnalyzer<UnboundConfigurationPropertiesException> {

    /** The sentence that names them. */
    public static String sentence(UnboundConfigurationPropertiesException cause) {
        return cause.getUnboundProperties().stream()
                        .map(property -> property.getName().toString())
                        .distinct()
                        .collect(Collectors.joining(", "))
                + ": there is no such setting";
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, UnboundConfigurationPropertiesException cause) {
        return new FailureAnalysis(sentence(cause), "docs/connectors/README.md shows all keys of a connector", cause);
    }
}
