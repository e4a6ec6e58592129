package org.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.holdfast.decision.RefusalCode;
import org.holdfast.json.SealedJson;
import org.holdfast.live.Goodbye;
import org.holdfast.session.Asked;
import org.holdfast.session.Notice;
import org.holdfast.session.View;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// The socket's contract names what the code names: no more, no less.
class SocketContractTest {
    private static final JsonObject CONTRACT = contract();

    private static JsonObject contract() {
        try (var file = SocketContractTest.class.getResourceAsStream("/asyncapi.yaml")) {
            Map<String, Object> parsed = new Yaml().load(file);
            return new JsonObject(parsed);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject payload(String message) {
        return CONTRACT.getJsonObject("components")
                .getJsonObject("messages")
                .getJsonObject(message)
                .getJsonObject("payload");
    }

    private static Map<String, TreeSet<String>> variants(JsonArray oneOf) {
        var variants = new TreeMap<String, TreeSet<String>>();
        for (var i = 0; i < oneOf.size(); i++) {
            var variant = oneOf.getJsonObject(i);
            var fields = variant.getJsonObject("properties", new JsonObject()).fieldNames();
            variants.put(variant.getString("title"), new TreeSet<>(fields));
        }
        return variants;
    }

    private static Map<String, TreeSet<String>> records(SealedJson<?> family) {
        var records = new TreeMap<String, TreeSet<String>>();
        family.types().forEach((name, type) -> records.put(name, components(type)));
        return records;
    }

    private static TreeSet<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> component.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyWishIsInTheContract() {
        var asked = variants(payload("Asked").getJsonArray("oneOf"));
        assertEquals(new TreeSet<>(Set.of("signal", "to")), asked.remove("media.signal"));
        assertEquals(records(Inbound.ASKED), asked);
    }

    @Test
    void everyWishHasARate() {
        var verbs = Arrays.stream(Verb.values()).map(Verb::wire).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(verbs.remove("beat"));
        assertTrue(verbs.remove("media.signal"));
        assertEquals(records(SealedJson.of(Asked.class)).keySet(), verbs);
    }

    @Test
    void everyNoticeIsInTheContract() {
        assertEquals(
                records(SealedJson.of(Notice.class, "code")),
                variants(payload("Notice").getJsonArray("oneOf")));
    }

    @Test
    void everyRefusalIsInTheContractAndHasWordsInBothLanguages() {
        var codes = payload("Answer")
                .getJsonObject("properties")
                .getJsonObject("refused")
                .getJsonObject("properties")
                .getJsonObject("code")
                .getJsonArray("enum")
                .getList();
        assertEquals(
                Arrays.stream(RefusalCode.values())
                        .filter(RefusalCode::inMeetings)
                        .map(RefusalCode::wire)
                        .toList(),
                codes);
        for (var code : RefusalCode.values()) {
            var english = RefusalTexts.of(code, Languages.of("en"));
            var spanish = RefusalTexts.of(code, Languages.of("es-MX"));
            assertTrue(!english.isBlank() && !spanish.isBlank() && !english.equals(spanish), code.wire());
        }
    }

    @Test
    void everyViewIsInTheContract() {
        var views = CONTRACT.getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject("View")
                .getJsonArray("oneOf");
        var fields = new TreeMap<String, TreeSet<String>>();
        for (var i = 0; i < views.size(); i++) {
            var view = views.getJsonObject(i);
            var names = new TreeSet<String>();
            view.getJsonArray("required").forEach(name -> names.add(name.toString()));
            // What need not be there.
            view.getJsonObject("properties", new JsonObject()).fieldNames().forEach(name -> names.add(name + "?"));
            fields.put(view.getString("title"), names);
        }
        var records = new TreeMap<String, TreeSet<String>>();
        for (var type : View.class.getPermittedSubclasses()) {
            var names = Arrays.stream(type.getRecordComponents())
                    .map(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                            ? component.getName() + "?"
                            : component.getName())
                    .collect(Collectors.toCollection(TreeSet::new));
            records.put(type.getSimpleName().replace("View", "").toLowerCase(Locale.ROOT), names);
        }
        assertEquals(records, fields);
    }

    @Test
    void everyCloseCodeIsInTheContract() {
        var described =
                CONTRACT.getJsonObject("channels").getJsonObject("session").getString("description");
        for (var goodbye : Goodbye.values()) assertTrue(described.contains("" + goodbye.code()), goodbye.name());
    }
}
