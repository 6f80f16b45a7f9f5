/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** No number, code or text of the load is in anything that a process has logged, whatever it was put through. */
public final class NothingTouchedByCanary implements Promise {

    @Override
    public String sentence() {
        return "No log has a number, a code or a text of the load";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        Set<Integer> lengths = evidence.canaries().stream().map(String::length).collect(Collectors.toSet());
        List<String> broken = new ArrayList<>();
        for (Path log : evidence.logs()) {
            // As Latin 1, in which every byte is a character: a log that was cut by a kill is still read.
            try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.ISO_8859_1)) {
                int number = 0;
                for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                    number++;
                    if (hasOne(line, lengths, evidence.canaries())) {
                        broken.add("a canary is in line " + number + " of " + log);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("a log cannot be read", e);
            }
        }
        return broken;
    }

    private static boolean hasOne(String line, Set<Integer> lengths, Set<String> canaries) {
        for (int length : lengths) {
            for (int from = 0; from + length <= line.length(); from++) {
                if (canaries.contains(line.substring(from, from + length))) {
                    return true;
                }
            }
        }
        return false;
    }
}
