/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who of the binds at one SMSC may log in, and with which password. Some carriers lock an account that is refused a few
 * times: while it is not known that we are let in, one bind tries alone, and the others go on with what it has found out. An
 * SMSC that cannot be reached keeps them from nothing.
 *
 * <p>Once a bind stands, the password is right. What is refused then is refused for another reason, too many binds for
 * example, and keeps nobody who was bound from coming back; of those that are refused one goes on trying.
 */
final class Logins {

    private final Set<Candidate> bound = new HashSet<>();
    private final Set<Candidate> refused = new HashSet<>();
    private final Set<Candidate> waiting = new LinkedHashSet<>();
    private @Nullable Candidate alone;
    private boolean unreachable;
    private int password;

    /** A bind that is to be had. */
    interface Candidate {

        /** It may try now; called on any thread. */
        void letIn();
    }

    /** Whether a bind may log in now; if not, it is let in later. */
    synchronized boolean mayTry(Candidate candidate) {
        if (alone == null && bound.isEmpty() && !unreachable) {
            alone = candidate;
        }
        boolean isFree = bound.isEmpty() ? alone == null : !refused.contains(candidate);
        if (isFree || candidate.equals(alone)) {
            waiting.remove(candidate);
            return true;
        }
        waiting.add(candidate);
        return false;
    }

    /** Whether a bind waits because the account was refused. */
    synchronized boolean isHeldBack(Candidate candidate) {
        return !refused.isEmpty() && waiting.contains(candidate);
    }

    /** The index of the password that was taken last; of the first one, until one was. */
    synchronized int password() {
        return password;
    }

    /** A bind stands. */
    void bound(Candidate candidate, int with) {
        List<Candidate> next;
        synchronized (this) {
            boolean isFirst = bound.isEmpty();
            bound.add(candidate);
            refused.remove(candidate);
            password = with;
            next = isFirst || candidate.equals(alone) ? letAll() : List.of();
        }
        next.forEach(Candidate::letIn);
    }

    /**
     * The carrier has refused the account.
     *
     * @return whether it is this bind that goes on trying
     */
    synchronized boolean refused(Candidate candidate) {
        refused.add(candidate);
        unreachable = false;
        if (alone == null) {
            alone = candidate;
        }
        return candidate.equals(alone);
    }

    /** A bind is lost, or has not come about for another reason. */
    void ended(Candidate candidate) {
        List<Candidate> next = List.of();
        synchronized (this) {
            if (bound.remove(candidate) && bound.isEmpty()) {
                alone = null;
                unreachable = false;
                refused.clear();
            } else if (candidate.equals(alone) && refused.isEmpty()) {
                next = letAll();
                unreachable = true;
            }
        }
        next.forEach(Candidate::letIn);
    }

    private List<Candidate> letAll() {
        List<Candidate> all = List.copyOf(waiting);
        waiting.clear();
        refused.clear();
        alone = null;
        return all;
    }
}
