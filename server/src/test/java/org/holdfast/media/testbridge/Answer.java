package org.holdfast.media.testbridge;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// What goes back for one request.
///
/// @param reason a bridge says what is wrong in the status line
record Answer(int status, @Nullable String reason, @Nullable String contentType, String body) {
    private static final String HTML = "text/html;charset=iso-8859-1";

    static Answer json(JsonNode body) {
        return new Answer(200, null, "application/json", body.toString());
    }

    static Answer empty(int status) {
        return new Answer(status, null, null, "");
    }

    /// For a person who is not there: a bridge's web server shows its errors as a page.
    static Answer page(int status, String reason, String address) {
        var title = "Error " + status + " " + reason;
        var body = "<html><head><title>" + title + "</title></head><body><h2>HTTP ERROR " + status + " " + reason
                + "</h2><table><tr><th>URI:</th><td>" + address + "</td></tr><tr><th>STATUS:</th><td>" + status
                + "</td></tr><tr><th>MESSAGE:</th><td>" + reason + "</td></tr></table></body></html>";
        return new Answer(status, reason, HTML, body);
    }
}
