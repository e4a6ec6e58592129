package org.holdfast.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import org.holdfast.json.RecordJson;
import org.holdfast.json.Words;

/// How the state of one kind of log stands in a snapshot.
public final class StateForm<S> {
    private interface Shape<S> {
        JsonNode write(S state, Words words);

        S read(JsonNode node, Words words);
    }

    private final int number;
    private final Shape<S> shape;

    private StateForm(int number, Shape<S> shape) {
        this.number = number;
        this.shape = shape;
    }

    /// @param number another one is another form, and not read
    /// @param kept what stands there in place of the state
    public static <S, K extends Record> StateForm<S> of(
            int number, Class<K> kept, Function<S, K> keeping, Function<K, S> restoring) {
        var json = RecordJson.of(kept);
        return new StateForm<>(number, new Shape<>() {
            @Override
            public JsonNode write(S state, Words words) {
                return json.write(keeping.apply(state), words);
            }

            @Override
            public S read(JsonNode node, Words words) {
                return restoring.apply(json.read(node, words));
            }
        });
    }

    int number() {
        return number;
    }

    JsonNode write(S state, Words words) {
        return shape.write(state, words);
    }

    S read(JsonNode node, Words words) {
        return shape.read(node, words);
    }
}
