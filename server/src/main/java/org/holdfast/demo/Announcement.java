package org.holdfast.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.demo.DemoClinic.Invitation;
import org.holdfast.demo.DemoClinic.Opened;
import org.holdfast.identity.Kind;
import org.holdfast.json.JsonText;
import org.jspecify.annotations.Nullable;

/// What the demo says when it is ready: for people, or one line for programs.
///
/// @param keycloak where staff sign in instead of by links
public record Announcement(
        String url, Opened opened, @Nullable LocalKeycloak keycloak) {
    public String json() {
        var said = new JsonObject().put("url", url);
        if (keycloak != null) said.put("keycloak", new JsonObject(JsonText.print(keycloak.said())));
        return said.put(
                        "sessions",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("id", opened.session().value())
                                        .put("title", opened.title())
                                        .put("staff", links(Kind.STAFF))
                                        .put("participants", links(Kind.PARTICIPANT))))
                .encode();
    }

    public String text() {
        var staff = of(Kind.STAFF).getFirst();
        var group = of(Kind.PARTICIPANT).stream()
                .map(person -> "    %-9s %s".formatted(person.name(), url + person.path()))
                .collect(Collectors.joining("\n"));
        if (keycloak != null) return withAccounts(keycloak, group);
        return """

                Holdfast is ready at %s, for this computer only.

                  %s of the clinic opens this link and starts the meeting:
                    %s
                  To sign a record afterwards, the code is %s.

                  The members of the "%s" open theirs:
                %s

                  To try it alone, open the first link in one window and a few of the others in windows of their own;
                  all of them may be in the same browser. Members wait until they are let in.
                  The same link in another browser waits as a new device. Stop with Ctrl-C; what happened is kept.
                """.formatted(url, staff.name(), url + staff.path(), staff.code(), opened.title(), group);
    }

    private String withAccounts(LocalKeycloak keycloak, String group) {
        var people = keycloak.staff().stream()
                .map(person -> """
                            %s (%s)
                              account %s, password: %s
                              %s
                        """.formatted(
                                person.name(),
                                String.join(", ", person.roles()),
                                person.username(),
                                person.password(),
                                person.otpauth()))
                .collect(Collectors.joining());
        return """

                Holdfast is ready at %s, for this computer only. Keycloak runs beside it.

                  Staff open this page and sign in:
                    %s/staff

                %s
                  Each also needs a code: put the line that begins with otpauth into an authenticator app, or ask for one with
                    node infra/local/one-time-code.mjs THE-SECRET-IN-THAT-LINE

                  The members of the "%s" open theirs:
                %s

                  Stop with Ctrl-C; what happened is kept, but for the accounts, which begin anew.
                """.formatted(url, url, people.indent(0), opened.title(), group);
    }

    private JsonArray links(Kind kind) {
        var links = new JsonArray();
        of(kind).forEach(person -> {
            var link = new JsonObject().put("name", person.name()).put("url", url + person.path());
            links.add(person.code() == null ? link : link.put("code", person.code()));
        });
        return links;
    }

    private List<Invitation> of(Kind kind) {
        return opened.invitations().stream()
                .filter(person -> person.kind() == kind)
                .toList();
    }
}
