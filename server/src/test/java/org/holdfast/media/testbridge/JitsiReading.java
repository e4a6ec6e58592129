package org.holdfast.media.testbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jitsi.xmpp.extensions.colibri2.IqProviderUtils;
import org.jitsi.xmpp.extensions.colibri2.json.Colibri2JSONDeserializer;
import org.jitsi.xmpp.extensions.colibri2.json.Colibri2JSONSerializer;

/// What Jitsi's own parser, which is the bridge's, makes of a request. It passes over what it does not know, so what it
/// read is written again and compared: a word that is not in there was not understood.
public final class JitsiReading {
    static {
        IqProviderUtils.registerProviders();
    }

    private JitsiReading() {}

    /// @return where each word stands that was sent and not understood
    public static List<String> notUnderstood(Asked asked) {
        var body = (ObjectNode) asked.body().deepCopy();
        var meeting = asked.path().substring(asked.path().lastIndexOf('/') + 1);
        if (!meeting.isEmpty()) body.put("meeting-id", meeting);
        var understood = Colibri2JSONSerializer.serializeConferenceModify(
                Colibri2JSONDeserializer.deserializeConferenceModify(body).build());
        var missing = new ArrayList<String>();
        compare("", body, understood, missing);
        return missing;
    }

    public static List<String> notUnderstood(List<Asked> all) {
        return all.stream().flatMap(asked -> notUnderstood(asked).stream()).toList();
    }

    private static void compare(String path, JsonNode sent, JsonNode understood, List<String> missing) {
        if (sent.isObject()) {
            sent.properties()
                    .forEach(field -> compare(
                            path + "/" + field.getKey(), field.getValue(), understood.path(field.getKey()), missing));
        } else if (sent.isArray()) {
            for (var i = 0; i < sent.size(); i++) compare(path + "/" + i, sent.get(i), understood.path(i), missing);
        } else if (!saysNothing(sent) && !sent.asText().equals(understood.asText())) {
            missing.add(path + " is " + sent + " and was read as " + understood);
        }
    }

    /// What is off by default is not written again.
    private static boolean saysNothing(JsonNode sent) {
        return sent.isBoolean() && !sent.asBoolean();
    }
}
