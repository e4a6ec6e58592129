package org.holdfast.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.Ids;
import org.holdfast.json.BadJson;
import org.holdfast.json.JsonText;
import org.holdfast.json.SealedJson;
import org.holdfast.session.Asked;
import org.holdfast.session.EndpointId;

/// What a page said, read strictly: exactly what the contract names, or [BadJson].
sealed interface Inbound {
    SealedJson<Asked> ASKED = SealedJson.of(Asked.class);
    Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");

    Verb verb();

    record Beat() implements Inbound {
        @Override
        public Verb verb() {
            return Verb.BEAT;
        }
    }

    record SendSignal(CommandId id, EndpointId to, ObjectNode body) implements Inbound {
        @Override
        public Verb verb() {
            return Verb.SIGNAL;
        }
    }

    record Wish(Verb verb, CommandId id, Asked asked) implements Inbound {}

    static Inbound read(String text) {
        if (!(JsonText.parse(text) instanceof ObjectNode message)) throw new BadJson("", "expected an object");
        var verb = Verb.of(text(message, "type"));
        if (verb == null) throw new BadJson("/type", "is not known");
        if (text.length() > verb.longest()) throw new TooBig();
        if (verb == Verb.BEAT) return beat(message);
        var id = text(message, "id");
        if (!ID.matcher(id).matches()) throw new BadJson("/id", "expected 22 characters of base64url");
        message.remove("id");
        return verb == Verb.SIGNAL
                ? signal(new CommandId(id), message)
                : new Wish(verb, new CommandId(id), ASKED.read(message));
    }

    private static Inbound beat(ObjectNode message) {
        var hidden = message.get("hidden");
        var known = hidden == null ? 1 : 2;
        if (message.size() != known || (hidden != null && !hidden.isBoolean())) {
            throw new BadJson("", "is not a beat");
        }
        return new Beat();
    }

    private static Inbound signal(CommandId id, ObjectNode message) {
        var to = text(message, "to");
        if (message.size() != 3 || !Ids.wellFormed(to) || !(message.get("signal") instanceof ObjectNode body)) {
            throw new BadJson("", "is not a signal");
        }
        return new SendSignal(id, new EndpointId(to), body);
    }

    private static String text(JsonNode message, String name) {
        var value = message.get(name);
        if (value == null || !value.isTextual()) throw new BadJson("/" + name, "expected a text");
        return value.textValue();
    }

    /// Longer than this verb may be.
    final class TooBig extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooBig() {
            super("too big", null, false, false);
        }
    }
}
