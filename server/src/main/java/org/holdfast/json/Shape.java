package org.holdfast.json;

import com.fasterxml.jackson.databind.JsonNode;

/// How values of one type stand in JSON. Never meets null: only a record's component may be absent.
interface Shape {
    JsonNode write(Object value, Path path, Words words);

    Object read(JsonNode node, Path path, Words words);
}
