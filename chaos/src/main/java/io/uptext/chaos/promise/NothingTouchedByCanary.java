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
import org.jspecify.annotations.Nullable;

/** No number, code or text of the load is in anything that a process has logged, whatever it was put through. */
public final class NothingTouchedByCanary implements Promise {

    @Override
    public String sentence() {
        return "No log has a number, a code or a text of the load";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        Canaries canaries = new Canaries(evidence.canaries());
        List<String> broken = new ArrayList<>();
        for (Path log : evidence.logs()) {
            // As Latin 1, in which every byte is a character: a log that was cut by a kill is still read.
            try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.ISO_8859_1)) {
                int number = 0;
                for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                    number++;
                    if (canaries.areIn(line)) {
                        broken.add("a canary is in line " + number + " of " + log);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("a log cannot be read", e);
            }
        }
        return broken;
    }
}
