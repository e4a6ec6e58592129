package org.holdfast.identity.staff;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Set;
import org.holdfast.clinic.StaffRole;

/// Whoever keeps the accounts of staff. When it cannot be reached, a future fails with `IOException` or
/// `TimeoutException`; with [Refused] when it was reached and says no, or says what cannot be believed.
public interface AccountProvider {
    /// One wish to sign in.
    ///
    /// @param state sent along and back, so that the answer belongs to this question
    /// @param verifier proves that whoever asked fetches the answer
    /// @param anew whoever signed in longer ago than counts as fresh has to again
    record Question(String state, String nonce, String verifier, boolean anew) {}

    /// Somebody who has signed in, as a signed answer says.
    ///
    /// @param subject never given to another account
    /// @param session theirs at the provider
    /// @param at when they last showed who they are
    /// @param refresh lets their roles be asked for again
    record Account(
            String subject,
            String session,
            String name,
            Set<String> clinics,
            Set<StaffRole> roles,
            Instant at,
            String refresh) {}

    /// A program of a clinic's that has an account of its own.
    ///
    /// @param subject never given to another account
    /// @param client what whoever keeps the accounts calls it
    record Service(String subject, String client, Set<String> clinics, Set<StaffRole> roles) {}

    /// What is true of an account now.
    record Standing(Set<StaffRole> roles, String refresh) {}

    /// Of whom a session has ended at the provider; either may be empty.
    record Ended(String id, String subject, String session) {}

    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Refused(String reason) {
            super(reason, null, false, false);
        }
    }

    /// Where a browser goes to sign in.
    Future<String> address(Question question);

    Future<Account> account(Question question, String code);

    Future<Standing> standing(String refresh);

    /// Whose token that is. One that was given to a person is refused, whoever brings it.
    Future<Service> service(String token);

    /// Ends the session at the provider as well.
    Future<Void> leave(String refresh);

    Future<Ended> ended(String token);

    /// Whether it answered when it was last asked.
    boolean reachable();
}
