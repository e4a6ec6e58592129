/// Tokens as an attacker would write them.
@NullMarked
package org.holdfast.identity.keycloak;

import org.jspecify.annotations.NullMarked;
