/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.SharedSecrets;
import io.uptext.inbound.door.Signatures;
import io.uptext.inbound.door.SigningDoor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proofs are compared in constant time only: how long another comparison takes says how much of a guess was right. */
class SignatureComparisonTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.uptext.inbound");

    private static final String PROOF = "\\b(?=[a-z])\\w*(?i:signature|mac|secret|expected|password)\\w*";
    private static final String COMPARISON = "(?:equals|equalsIgnoreCase|contentEquals|compareTo)";

    /** A comparison that ends at the first difference, of a variable or a value that is called like a proof. */
    private static final Pattern SUSPECT = Pattern.compile(
            PROOF + "(?:\\(\\)|\\.get\\(\\))*(?:\\.|::)" + COMPARISON + "|" + COMPARISON + "\\([^()]*" + PROOF);

    @Test
    void bytesAreComparedBySignaturesOnly() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Signatures.class)
                .should()
                .callMethod(Arrays.class, "equals", byte[].class, byte[].class)
                .orShould()
                .callMethod(Arrays.class, "compare", byte[].class, byte[].class)
                .orShould()
                .callMethod(Arrays.class, "mismatch", byte[].class, byte[].class)
                .orShould()
                .callMethod(ByteBuffer.class, "equals", Object.class)
                .orShould()
                .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
                .check(CLASSES);
    }

    @Test
    void everyDoorThatChecksSignaturesReachesTheOneComparison() {
        List<JavaClass> doors = CLASSES.stream()
                .filter(each -> each.isAssignableTo(SigningDoor.class) && !each.isInterface())
                .toList();
        assertThat(doors).isNotEmpty();
        for (JavaClass door : doors) {
            assertThat(reachesAComparison(door.getMethod("authenticate", RawRequest.class, Connector.class)))
                    .as(
                            "%s compares what it computes with Signatures.same, or verifies with a public key",
                            door.getName())
                    .isTrue();
        }
        assertThat(reachesAComparison(
                        CLASSES.get(SharedSecrets.class).getMethod("authenticate", RawRequest.class, Connector.class)))
                .isTrue();
    }

    private static boolean reachesAComparison(JavaCodeUnit start) {
        Set<JavaCodeUnit> seen = new HashSet<>(Set.of(start));
        Deque<JavaCodeUnit> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            for (JavaAccess<?> access : next.remove().getAccessesFromSelf()) {
                if (isComparison(access)) {
                    return true;
                }
                access.getTarget().resolveMember().ifPresent(member -> {
                    if (member instanceof JavaCodeUnit unit && seen.add(unit)) {
                        next.add(unit);
                    }
                });
            }
        }
        return false;
    }

    private static boolean isComparison(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return (owner.isEquivalentTo(Signatures.class) && access.getName().equals("same"))
                || (owner.isEquivalentTo(Signature.class) && access.getName().equals("verify"));
    }

    @Test
    void noSourceComparesAProofInAnotherWay() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                assertThat(Files.readAllLines(source))
                        .as(source.toString())
                        .noneMatch(SignatureComparisonTests::isSuspect);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return expected.equals(given);",
                "return given.equals(expected);",
                "if (signature.get().equals(hmac)) {",
                ".filter(signature::equals)",
                ".anyMatch(secret::equalsIgnoreCase)",
                "return mac.contentEquals(other);",
                "return request.password().compareTo(other) == 0;",
            })
    void suchAComparisonWouldBeSeen(String line) {
        assertThat(isSuspect(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authentication == Authentication.SIGNATURE",
                "Signatures.same(expected, signature.get())",
                "|| secrets.stream().anyMatch(secret -> secret.isBlank() || !secret.equals(secret.strip()))) {",
            })
    void whatIsNoComparisonOfProofsIsLeftAlone(String line) {
        assertThat(isSuspect(line)).isFalse();
    }

    /** A secret and its own spelling without white space are both ours. */
    private static boolean isSuspect(String line) {
        return SUSPECT.matcher(line.replace("secret.equals(secret.strip())", ""))
                .find();
    }
}
