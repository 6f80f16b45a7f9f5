/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ContractsArchitectureTests {

    private static final JavaClasses CONTRACTS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.uptext.contracts");

    @Test
    void contracts_stand_on_java_and_annotations_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.crypto..",
                        "com.fasterxml.jackson.annotation..",
                        "org.jspecify..",
                        "io.uptext.contracts..")
                .check(CONTRACTS);
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("io.uptext.contracts.(**)").should().beFreeOfCycles().check(CONTRACTS);
    }

    @Test
    void the_vocabulary_knows_neither_events_nor_topics() {
        noClasses()
                .that()
                .resideInAPackage("..vocabulary..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..event..", "..topic..")
                .check(CONTRACTS);
    }

    @Test
    void nobody_reads_the_clock_of_the_machine() {
        noClasses()
                .should()
                .callMethodWhere(
                        target(owner(resideInAPackage("java.time.."))).and(target(nameMatching("now|(system|tick).*"))))
                .orShould()
                .callMethodWhere(
                        target(owner(type(System.class))).and(target(nameMatching("currentTimeMillis|nanoTime"))))
                .check(CONTRACTS);
    }

    @Test
    void every_package_is_null_marked() {
        Set<JavaPackage> packages =
                CONTRACTS.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
        assertThat(packages)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                        .as("%s is @NullMarked", each.getName())
                        .isTrue());
    }
}
