package org.holdfast.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import org.holdfast.identity.Secrets;
import org.holdfast.json.JsonText;

/// Somebody in a browser of their own, and what they do to the record of the evening.
record Records(String name, Browser browser, Clinic clinic) {
    static Records of(String name, Clinic clinic) {
        return of(name, clinic, clinic.first());
    }

    static Records of(String name, Clinic clinic, Clinic.Server server) {
        return new Records(name, clinic.browserOf(name, server), clinic);
    }

    String path(String what) {
        return "/api/v1/sessions/" + clinic.session() + "/" + what;
    }

    JsonNode record() {
        return browser.json(path("record"));
    }

    JsonNode mine() {
        return browser.json(path("mine"));
    }

    HttpResponse<String> post(String what, String body) {
        return browser.post(path(what), body);
    }

    void does(String what, String body) {
        var answer = post(what, body);
        assertEquals(204, answer.statusCode(), answer.body());
    }

    /// As a page does that did not hear the first answer.
    void twice(String what, String body) {
        does(what, body);
        does(what, body);
    }

    void corrects(String member, ObjectNode change, String reason) {
        does("corrections", correction(member, change, reason));
    }

    void disputes(String words) {
        does("disputes", dispute(words));
    }

    HttpResponse<String> tryDispute(String words) {
        return post("disputes", dispute(words));
    }

    void accepts(String member, ObjectNode change, String reason) {
        var answer = wish();
        answer.putObject("accept").put("reason", reason).set("change", change);
        does("disputes/" + member + "/answers", answer.toString());
    }

    void declines(String member, String words) {
        var answer = tryDecline(member, words);
        assertEquals(204, answer.statusCode(), answer.body());
    }

    HttpResponse<String> tryDecline(String member, String words) {
        var answer = wish();
        answer.putObject("decline").put("words", words);
        return post("disputes/" + member + "/answers", answer.toString());
    }

    HttpResponse<String> trySignIn(String code) {
        return browser.post(
                "/api/v1/sign-ins",
                JsonNodeFactory.instance.objectNode().put("code", code).toString());
    }

    void signsIn() {
        var answer = trySignIn(clinic.code(name));
        assertEquals(200, answer.statusCode(), answer.body());
    }

    void signs() {
        signsIn();
        does("signatures", signature(record(), false));
    }

    void coSigns() {
        signsIn();
        does("signatures", signature(record(), true));
    }

    HttpResponse<String> trySign(boolean co) {
        return trySign(record(), co);
    }

    HttpResponse<String> trySign(JsonNode seen, boolean co) {
        return post("signatures", signature(seen, co));
    }

    void isRefused(String code, HttpResponse<String> answer) {
        problem(answer, 409, code);
    }

    static ObjectNode minutes(int minutes) {
        return JsonNodeFactory.instance.objectNode().put("type", "minutes").put("minutes", minutes);
    }

    static String correction(String member, ObjectNode change, String reason) {
        var wish = wish().put("member", member).put("reason", reason);
        wish.set("change", change);
        return wish.toString();
    }

    static String dispute(String words) {
        return wish().put("words", words).toString();
    }

    /// Over what the page shows.
    static String signature(JsonNode seen, boolean co) {
        var signing = seen.path("signing");
        return wish().put("sheet", signing.path("sheet").asLong())
                .put("hash", signing.path("hash").asText())
                .put("name", signing.path("name").asText())
                .put("credential", signing.path("credential").asText("LPC"))
                .put("co", co)
                .toString();
    }

    static ObjectNode wish() {
        return JsonNodeFactory.instance.objectNode().put("command", Secrets.fresh());
    }

    /// @return the words for the person
    static String problem(HttpResponse<String> answer, int status, String type) {
        assertEquals(status, answer.statusCode(), answer.body());
        var problem = JsonText.parse(answer.body());
        assertEquals("urn:holdfast:problem:" + type, problem.path("type").asText());
        return problem.path("title").asText();
    }
}
