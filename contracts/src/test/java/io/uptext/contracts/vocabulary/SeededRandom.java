/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Gives a test its random numbers, and prints their seed if it fails; {@code -Duptext.seed=…} sets another one. */
final class SeededRandom implements ParameterResolver, TestExecutionExceptionHandler {

    private static final long SEED = Long.getLong("uptext.seed", 20_261_124L);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == RandomGenerator.class;
    }

    @Override
    public RandomGenerator resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return new SplittableRandom(SEED);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable failure) throws Throwable {
        failure.addSuppressed(new AssertionError("to see it again: -Duptext.seed=" + SEED));
        throw failure;
    }
}
