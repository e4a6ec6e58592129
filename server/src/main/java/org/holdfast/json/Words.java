package org.holdfast.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.holdfast.decision.Confidential;

/// What becomes of confidential words on their way in and out. A log seals them; [#PLAIN] is for tests and golden
/// files.
public interface Words {
    JsonNode write(Confidential words, String field);

    Confidential read(JsonNode node, String field);

    Words PLAIN = new Words() {
        @Override
        public JsonNode write(Confidential words, String field) {
            var node = JsonNodeFactory.instance.objectNode();
            node.put("lifetime", Kebab.of(words.lifetime()));
            switch (words) {
                case Confidential.Readable readable -> {
                    node.put("text", readable.text());
                    if (readable.of() != null) node.put("of", readable.of());
                }
                case Confidential.Gone gone -> node.put("gone", true);
            }
            return node;
        }

        @Override
        public Confidential read(JsonNode node, String field) {
            var of = node.path("of").isTextual() ? node.path("of").asText() : null;
            if (!(node instanceof ObjectNode) || node.size() != (of == null ? 2 : 3))
                throw new BadJson(field, "expected confidential words");
            var lifetime = Kebab.parse(
                    Confidential.Lifetime.class, node.path("lifetime").asText());
            if (lifetime == null) throw new BadJson(field, "expected the lifetime of confidential words");
            if (node.path("text").isTextual())
                return new Confidential.Readable(lifetime, node.path("text").asText(), of);
            if (node.path("gone").asBoolean(false)) return new Confidential.Gone(lifetime);
            throw new BadJson(field, "expected confidential words or that they are gone");
        }
    };
}
