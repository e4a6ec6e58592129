package org.holdfast.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// Text to tree and back, within limits: a stranger's text may not cost more than it is worth.
public final class JsonText {
    public static final int DEEPEST = 32;
    public static final int LONGEST_STRING = 256 * 1024;
    public static final int LONGEST_NUMBER = 32;
    public static final int LONGEST_NAME = 128;
    public static final int LONGEST = 4 * 1024 * 1024;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_STRING)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(LONGEST_NAME)
                            .maxDocumentLength(LONGEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // Jackson keeps its buffers by thread, and a virtual thread seldom lives for a second document.
                    .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                    // Jackson would otherwise quote the text it stumbled over in its messages.
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    public static JsonNode parse(String text) {
        try {
            var node = MAPPER.readTree(text);
            if (node.isMissingNode()) throw new BadJson("", "nothing to read");
            return node;
        } catch (JsonProcessingException e) {
            // The cause is left out on purpose: its message may quote the text.
            throw new BadJson("", "not well-formed JSON within the limits");
        }
    }

    public static String print(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree could not be printed", e);
        }
    }
}
