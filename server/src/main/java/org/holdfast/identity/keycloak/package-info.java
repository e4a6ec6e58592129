/// Staff accounts, as Keycloak has them: [KeycloakAdapter] is the one place that speaks with it, [SignedTokens]
/// believes what it signed and nothing else, with the keys that [ProviderKeys] holds. Who works at a clinic at all is
/// read by [KeycloakDirectory].
@NullMarked
package org.holdfast.identity.keycloak;

import org.jspecify.annotations.NullMarked;
