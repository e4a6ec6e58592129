package org.holdfast.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {
    private static ObjectNode object(String text) {
        return (ObjectNode) JsonText.parse(text.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'a':1}               | {'a':1}                | {}",
                "{'a':1}               | {'a':2}                | {'a':2}",
                "{'a':1}               | {}                     | {'a':null}",
                "{}                    | {'a':{'b':1}}          | {'a':{'b':1}}",
                "{'a':{'b':1,'c':2}}   | {'a':{'b':1,'c':3}}    | {'a':{'c':3}}",
                "{'a':{'b':1}}         | {'a':[1]}              | {'a':[1]}",
                "{'a':[1]}             | {'a':{'b':1}}          | {'a':{'b':1}}",
                "{'p':{'x':{'n':1}}}   | {'p':{'y':{'n':1}}}    | {'p':{'x':null,'y':{'n':1}}}",
            })
    void the_patch_holds_only_what_changed(String before, String after, String patch) {
        assertEquals(object(patch), MergePatch.between(object(before), object(after)));
    }

    @Test
    void applying_the_patch_gives_the_later_object_always() {
        var random = new Random(20260302);
        for (var i = 0; i < 5_000; i++) {
            var before = any(random, 3);
            var after = any(random, 3);
            var untouched = before.deepCopy();
            assertEquals(after, MergePatch.apply(before, MergePatch.between(before, after)));
            assertEquals(untouched, before);
        }
    }

    private static ObjectNode any(Random random, int depth) {
        var object = JsonNodeFactory.instance.objectNode();
        for (var name : new String[] {"a", "b", "c"}) {
            switch (random.nextInt(depth > 0 ? 5 : 3)) {
                case 0 -> {}
                case 1 -> object.put(name, random.nextInt(2));
                case 2 -> object.putArray(name).add(random.nextInt(2));
                default -> object.set(name, any(random, depth - 1));
            }
        }
        return object;
    }
}
