/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The notifier has no package of pure rules, so these are fewer than another service's. */
class ArchitectureTests {

    private static final JavaClasses NOTIFIER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.uptext.notifier");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.uptext.notifier.(*)..").should().beFreeOfCycles().check(NOTIFIER);
    }

    @Test
    void timeComesFromTheInjectedClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(NOTIFIER);
    }

    @Test
    void nothingHereHandlesANumberACodeOrAnId() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Msisdn.class, ChallengeCode.class, MessageId.class, ChallengeId.class)
                .check(NOTIFIER);
    }
}
