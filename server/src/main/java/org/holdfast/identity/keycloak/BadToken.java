package org.holdfast.identity.keycloak;

/// Why a token is not believed. The reason is for the log, and holds nothing of the token itself.
public final class BadToken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadToken(String reason) {
        super(reason, null, false, false);
    }
}
