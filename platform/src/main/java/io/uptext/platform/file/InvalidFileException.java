/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.file;

import java.util.List;

/** A file cannot be used. Its message says why, for whoever wrote the file, one mistake a line. */
public final class InvalidFileException extends Exception {

    private static final long serialVersionUID = 1;

    /** With all mistakes, each in a sentence that repeats no secret. */
    public InvalidFileException(List<String> mistakes) {
        super(String.join("\n", mistakes));
    }
}
