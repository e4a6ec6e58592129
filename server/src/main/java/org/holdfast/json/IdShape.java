package org.holdfast.json;

import com.fasterxml.jackson.databind.JsonNode;

/// A record of one plain component, such as an id: written as that component alone.
record IdShape(RecordShape record, String component) implements Shape {
    @Override
    public JsonNode write(Object value, Path path, Words words) {
        return record.write(value, path, words).get(component);
    }

    @Override
    public Object read(JsonNode node, Path path, Words words) {
        return record.readOnly(node, path, words);
    }
}
