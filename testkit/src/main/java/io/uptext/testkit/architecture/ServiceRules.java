/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;

/** Purity and cycles: what an architecture test of a service checks. */
public final class ServiceRules {

    private static final String[] TECHNOLOGY = {
        "org.springframework..", "org.apache.kafka..", "io.lettuce..", "reactor..", "io.netty.."
    };

    private ServiceRules() {}

    /**
     * Fails if packages of a service depend on each other in a circle, if a rule package knows technology, or if any
     * class reads the time behind the injected clock's back.
     *
     * @param root the service's own package
     * @param pure its packages that hold rules
     */
    public static void check(String root, String... pure) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        slices().matching(root + ".(*)..").should().beFreeOfCycles().check(classes);
        noClasses()
                .that()
                .resideInAnyPackage(pure)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TECHNOLOGY)
                .allowEmptyShould(pure.length == 0)
                .check(classes);
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(classes);
    }
}
