package org.holdfast.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/// A record of one plain component, such as an id: written as that component alone.
record IdShape(RecordShape record, String component) implements Shape {
    @Override
    public JsonNode write(Object value, Path path, Words words) {
        return record.write(value, path, words).get(component);
    }

    @Override
    public Object read(JsonNode node, Path path, Words words) {
        return record.read(JsonNodeFactory.instance.objectNode().set(component, node), path, words);
    }
}
