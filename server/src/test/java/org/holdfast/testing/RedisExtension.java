package org.holdfast.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Injects a [TestRedis] of its own into each test, and ends it afterwards.
public final class RedisExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(RedisExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestRedis.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The store closes what can be closed when the test is over.
        return context.getStore(NAMESPACE).getOrComputeIfAbsent(TestRedis.class, type -> TestRedis.start());
    }
}
