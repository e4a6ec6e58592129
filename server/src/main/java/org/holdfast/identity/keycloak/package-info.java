/// Staff accounts, as Keycloak has them: [KeycloakAdapter] is the one place that speaks with it, [SignedTokens]
/// believes
/// what it signed and nothing else, with the keys that [ProviderKeys] holds.
@NullMarked
package org.holdfast.identity.keycloak;

import org.jspecify.annotations.NullMarked;
