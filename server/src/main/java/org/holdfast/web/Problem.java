package org.holdfast.web;

/// Every way an HTTP request can fail, with the stable name of its type and the words for a person.
enum Problem {
    MALFORMED(400, "malformed", "The request does not have the form that is documented."),
    SIGNED_IN_TWICE(400, "signed-in-twice", "A request comes with a token or with a cookie, not with both."),
    NOT_SIGNED_IN(401, "not-signed-in", "Open your link again."),
    TOKEN_REFUSED(401, "token-refused", "This token is not taken. Ask for a new one where the account is kept."),
    FOREIGN_ORIGIN(403, "foreign-origin", "The request came from another site."),
    SIGN_IN_REFUSED(403, "sign-in-refused", "This code is not right."),
    SIGN_IN_ANEW(403, "sign-in-anew", "Show once more that it is you, then try again."),
    ROLE_MISSING(403, "role-missing", "Your account is not meant for this. Ask whoever keeps the accounts."),
    PERSON_ONLY(403, "person-only", "Only a person can do this, not a service account."),
    NO_CLINIC(403, "no-clinic", "This service account belongs to no clinic, or to several. Here it has to be one."),
    NOT_YOURS(403, "not-yours", "This is for the people who lead the session."),
    NOT_YOUR_ROLE(403, "not-your-role", "This is for staff with another role."),
    LINK_NOT_VALID(
            404, "link-not-valid", "This link does not open anything. Ask the person who sent it for a new one."),
    NOT_FOUND(404, "not-found", "There is nothing here."),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "This address does not take that method."),
    TOO_BIG(413, "too-big", "The request is longer than is allowed."),
    NOT_JSON(415, "not-json", "The request must be application/json."),
    SLOW_DOWN(429, "slow-down", "Too many tries. Wait a minute, then open your link again."),
    BUSY(429, "slow-down", "Too much at once. Wait a moment, then try again."),
    SIGN_IN_LATER(429, "slow-down", "Too many tries. Wait 15 minutes, then try again."),
    FAULT(500, "fault", "Something went wrong here. Try again."),
    UNAVAILABLE(503, "unavailable", "This is not available just now. Try again in a moment."),
    NOT_NOTED(
            503, "not-noted", "That it is opened cannot be noted just now, so it is not shown. Try again in a moment.");

    static final String NAMESPACE = "urn:holdfast:problem:";

    private final int status;
    private final String code;
    private final String title;

    Problem(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    int status() {
        return status;
    }

    String type() {
        return NAMESPACE + code;
    }

    String title() {
        return title;
    }

    /// For handlers: ends a request with this problem.
    static final class Raised extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Problem problem;

        Raised(Problem problem) {
            super(problem.code, null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    Raised raised() {
        return new Raised(this);
    }
}
