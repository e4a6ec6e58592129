package org.holdfast;

import java.util.Set;

/// What a server with real people must not do without. Each refusal is a sentence that says what to set.
final class Production {
    private static final int SHORTEST_PHRASE = 24;
    private static final Set<String> KNOWN_PHRASES =
            Set.of("change-me-change-me-change-me", "holdfast-holdfast-holdfast", "correct horse battery staple");

    private Production() {}

    static void check(Config config, Settings settings) {
        redis(config, settings);
        secrets(config, settings);
        if (config.identityProvider() == null) {
            settings.problem("HOLDFAST_IDENTITY_PROVIDER is missing: staff must sign in with an identity provider.");
        }
        if (config.bridges().isEmpty()) {
            settings.problem("HOLDFAST_BRIDGES is missing: without a videobridge people's browsers would talk directly "
                    + "and show each other their addresses.");
        }
        if (config.origins().isEmpty()) {
            settings.problem("HOLDFAST_ORIGINS is missing: name the https address people open, such as "
                    + "https://meet.example.");
        }
        for (var origin : config.origins()) {
            if (!origin.startsWith("https://")) {
                settings.problem("HOLDFAST_ORIGINS holds " + origin + ": cameras and cookies need https.");
            }
        }
    }

    private static void redis(Config config, Settings settings) {
        var redis = config.redis();
        if (redis == null) {
            settings.problem("HOLDFAST_REDIS is missing: the embedded Redis is for the demo only.");
            return;
        }
        if (redis.getUserInfo() == null || !redis.getUserInfo().contains(":")) {
            settings.problem("HOLDFAST_REDIS names no user and password: an open Redis lets anyone read every log.");
        }
    }

    private static void secrets(Config config, Settings settings) {
        var phrase = config.keyPhrase();
        if (phrase == null) {
            settings.problem("HOLDFAST_KEY_PHRASE is missing: it opens the keyring that seals what people write.");
        } else if (phrase.value().length() < SHORTEST_PHRASE || KNOWN_PHRASES.contains(phrase.value())) {
            settings.problem("HOLDFAST_KEY_PHRASE is short or known: take at least " + SHORTEST_PHRASE
                    + " characters that no document shows.");
        }
    }
}
