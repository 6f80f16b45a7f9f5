/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.testkit.architecture.ServiceRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final JavaClasses NOTIFIER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.uptext.notifier");

    @Test
    void packagesHaveNoCyclesAndTimeIsInjected() {
        ServiceRules.check("io.uptext.notifier", "io.uptext.notifier.delivery.book");
    }

    @Test
    void nothingButTheViewOfTheLogHandlesANumberACodeOrAMessage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.uptext.notifier.recent")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Msisdn.class, ChallengeCode.class, MessageId.class)
                .check(NOTIFIER);
    }

    @Test
    void whoServesBrowsersHandlesNoId() {
        noClasses()
                .that()
                .resideInAnyPackage("..watch..", "..ticket..", "..origin..", "..limit..", "..element..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ChallengeId.class)
                .check(NOTIFIER);
    }
}
