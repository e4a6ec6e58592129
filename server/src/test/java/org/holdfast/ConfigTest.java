package org.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.Config.Arguments;
import org.holdfast.Config.Mode;
import org.holdfast.sealing.MasterKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
    private static final Arguments NONE = new Arguments(null);
    private static final String KEY = MasterKey.random(new SecureRandom()).export();

    @Test
    void theDemoNeedsNoSettingsAndStaysOnThisComputer() {
        var config = Config.read(Mode.DEMO, Map.of(), NONE);
        assertEquals("127.0.0.1", config.host());
        assertEquals(Config.DEFAULT_PORT, config.port());
    }

    @Test
    void theDemoRefusesAnAddressThatOthersCanReach() {
        var errors = errors(Mode.DEMO, Map.of("HOLDFAST_HOST", "0.0.0.0"));
        assertTrue(errors.contains("on this computer only"), errors);
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        var errors = errors(Mode.SERVE, Map.of("HOLDFAST_PORT", "http", "HOLDFAST_NODE", "1"));
        for (var name : new String[] {
            "HOLDFAST_PORT",
            "HOLDFAST_NODE",
            "HOLDFAST_REDIS",
            "HOLDFAST_MASTER_KEY",
            "HOLDFAST_KEYCLOAK",
            "HOLDFAST_BRIDGES",
            "HOLDFAST_ORIGINS"
        }) {
            assertTrue(errors.contains(name), name + " in\n" + errors);
        }
    }

    @Test
    void aFolderOfTheClinicsWorksheetsIsThere(@TempDir Path folder) {
        var config = Config.read(Mode.DEMO, Map.of("HOLDFAST_WORKSHEETS", folder.toString()), NONE);
        assertEquals(folder, config.worksheets());
        assertNull(Config.read(Mode.DEMO, Map.of(), NONE).worksheets());
        var errors = errors(
                Mode.DEMO,
                Map.of("HOLDFAST_WORKSHEETS", folder.resolve("missing").toString()));
        assertTrue(errors.startsWith("HOLDFAST_WORKSHEETS is"), errors);
    }

    @Test
    void productionRefusesAnOpenRedisAnExampleKeyAndPlainHttp() {
        var settings = production();
        settings.put("HOLDFAST_REDIS", "redis://store:6379");
        settings.put("HOLDFAST_MASTER_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        settings.put("HOLDFAST_ORIGINS", "http://meet.example");
        var errors = errors(Mode.SERVE, settings);
        assertEquals(3, errors.lines().count(), errors);
    }

    @Test
    void productionRefusesEachThingThatItMustNotBeWithout() {
        for (var name : production().keySet()) {
            var settings = production();
            settings.remove(name);
            var errors = errors(Mode.SERVE, settings);
            assertEquals(1, errors.lines().count(), errors);
            assertTrue(errors.startsWith(name + " is missing"), errors);
        }
    }

    @Test
    void productionRefusesEachThingThatIsNotSafe() {
        for (var unsafe : Map.of(
                        "HOLDFAST_REDIS", "redis://holdfast@store:6379",
                        "HOLDFAST_MASTER_KEY", "c2hvcnQ=",
                        "HOLDFAST_KEYCLOAK", "http://sign-in.example/realms/clinic",
                        "HOLDFAST_KEYCLOAK_SECRET", "secret",
                        "HOLDFAST_KEYCLOAK_DIRECTORY_SECRET", "0000000000000000000000000000",
                        "HOLDFAST_BRIDGES", "bridge-1",
                        "HOLDFAST_ORIGINS", "https://meet.example,http://meet.example")
                .entrySet()) {
            var settings = production();
            settings.put(unsafe.getKey(), unsafe.getValue());
            assertTrue(errors(Mode.SERVE, settings).startsWith(unsafe.getKey()), unsafe.getKey());
        }
    }

    @Test
    void theDemoTakesBridgesAndTurnServersToo() {
        var media = Config.read(
                        Mode.DEMO,
                        Map.of(
                                "HOLDFAST_BRIDGES", "http://10.1.1.2:8080/, http://10.1.1.3:8080",
                                "HOLDFAST_BRIDGE_CHANNELS", "ws://10.1.1.2:9090",
                                "HOLDFAST_ICE", "stun:turn.example:3478,turns:turn.example:443?transport=tcp",
                                "HOLDFAST_TURN_SECRET", "north"),
                        NONE)
                .media();
        assertEquals(List.of(URI.create("http://10.1.1.2:8080"), URI.create("http://10.1.1.3:8080")), media.bridges());
        assertEquals(Set.of("ws://10.1.1.2:9090"), media.channels());
        assertEquals(List.of("stun:turn.example:3478", "turns:turn.example:443?transport=tcp"), media.ice());
        assertFalse(media.toString().contains("north"));
    }

    @Test
    void whatIsNoBridgeNoChannelAndNoServerIsNamed() {
        for (var wrong : Map.of(
                        "HOLDFAST_BRIDGES", "http://bridge-1:8080/colibri/v2",
                        "HOLDFAST_BRIDGE_CHANNELS", "wss://bridge-1.example; script-src *",
                        "HOLDFAST_ICE", "https://turn.example")
                .entrySet()) {
            var errors = errors(Mode.DEMO, Map.of(wrong.getKey(), wrong.getValue()));
            assertTrue(errors.startsWith(wrong.getKey() + " holds " + wrong.getValue()), errors);
        }
    }

    @Test
    void aTurnServerWithoutASecretWouldTurnEverybodyAway() {
        var errors = errors(Mode.DEMO, Map.of("HOLDFAST_ICE", "turn:turn.example:3478"));
        assertTrue(errors.startsWith("HOLDFAST_TURN_SECRET is missing"), errors);
    }

    @Test
    void productionTakesASoundConfigurationAndNeverShowsItsKey() {
        var config = Config.read(Mode.SERVE, production(), NONE);
        assertFalse(config.toString().contains(KEY));
    }

    @Test
    void anArgumentGoesBeforeTheEnvironment() {
        var config = Config.read(Mode.DEMO, Map.of("HOLDFAST_PORT", "1"), new Arguments(2));
        assertEquals(2, config.port());
    }

    private static Map<String, String> production() {
        return new HashMap<>(Map.of(
                "HOLDFAST_REDIS", "rediss://holdfast:secret@store:6379",
                "HOLDFAST_MASTER_KEY", KEY,
                "HOLDFAST_KEYCLOAK", "https://sign-in.example/realms/clinic",
                "HOLDFAST_KEYCLOAK_SECRET", "Yx0sP3mQ9vRk2LwTz7bNfH4d",
                "HOLDFAST_KEYCLOAK_DIRECTORY_SECRET", "q7RtW2yU8iOp4AsDf6GhJk1Z",
                "HOLDFAST_BRIDGES", "http://bridge-1:8080,http://bridge-2:8080",
                "HOLDFAST_ORIGINS", "https://meet.example"));
    }

    private static String errors(Mode mode, Map<String, String> settings) {
        return assertThrows(ConfigErrors.class, () -> Config.read(mode, settings, NONE))
                .getMessage();
    }
}
