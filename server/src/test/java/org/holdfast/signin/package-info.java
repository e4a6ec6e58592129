/// Staff who sign in with accounts, in the real Keycloak.
@NullMarked
package org.holdfast.signin;

import org.jspecify.annotations.NullMarked;
