package org.holdfast.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.holdfast.demo.LocalKeycloak;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the real Keycloak: one for all of them, since it takes a while to start.
public final class KeycloakExtension implements ParameterResolver {
    private record Shared(TestKeycloak keycloak) implements AutoCloseable {
        @Override
        public void close() {
            keycloak.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestKeycloak.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(KeycloakExtension.class))
                .getOrComputeIfAbsent(Shared.class, _ -> start(), Shared.class)
                .keycloak();
    }

    private static Shared start() {
        try {
            return new Shared(new TestKeycloak(LocalKeycloak.start("http://127.0.0.1:1")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
