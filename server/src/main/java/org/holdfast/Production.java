package org.holdfast;

import org.holdfast.sealing.MasterKey;

/// What a server with real people must not do without. Each refusal is a sentence that says what to set.
final class Production {
    /// Random bytes never have fewer different characters in base64; examples and zeros do.
    private static final int FEWEST_CHARACTERS = 12;

    private static final int SHORTEST_SECRET = 24;

    private Production() {}

    static void check(Config config, Settings settings) {
        redis(config, settings);
        secrets(config, settings);
        accounts(config, settings);
        if (config.media().bridges().isEmpty()) {
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

    private static void accounts(Config config, Settings settings) {
        var accounts = config.accounts();
        if (settings.find("HOLDFAST_KEYCLOAK") == null) {
            settings.problem("HOLDFAST_KEYCLOAK is missing: staff must sign in with accounts. Name the realm, such as "
                    + "https://sign-in.example/realms/holdfast.");
        }
        if (accounts == null) return;
        if (!"https".equals(accounts.issuer().getScheme())) {
            settings.problem("HOLDFAST_KEYCLOAK is not https: whoever stands between could sign in as anybody.");
        }
        clientSecret("HOLDFAST_KEYCLOAK_SECRET", accounts.secret(), settings);
        clientSecret(AccountSettings.DIRECTORY_SECRET, accounts.directorySecret(), settings);
    }

    private static void clientSecret(String setting, Config.Secret secret, Settings settings) {
        var text = secret.value();
        if (text.length() < SHORTEST_SECRET || text.chars().distinct().count() < FEWEST_CHARACTERS) {
            settings.problem(setting + " is an example or too short, not a secret. Make one with: openssl "
                    + "rand -base64 32, and give it to the client in Keycloak as well");
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
        var key = config.masterKey();
        if (key == null) {
            settings.problem("HOLDFAST_MASTER_KEY is missing: it guards the keys that seal what people write. Make one "
                    + "with: openssl rand -base64 32");
            return;
        }
        if (key.value().chars().distinct().count() < FEWEST_CHARACTERS) {
            settings.problem("HOLDFAST_MASTER_KEY is an example, not a secret. Make one with: openssl rand -base64 32");
            return;
        }
        try {
            MasterKey.parse(key.value());
        } catch (IllegalArgumentException _) {
            settings.problem("HOLDFAST_MASTER_KEY is not 32 bytes in base64. Make one with: openssl rand -base64 32");
        }
    }
}
