package org.holdfast.web;

import io.vertx.core.http.HttpServerRequest;

/// From where somebody calls, to count wrong guesses by.
///
/// This server speaks no TLS itself: where its address is https, everybody comes by way of a proxy. Counted by the
/// proxy's own address, one who guesses would lock out the whole clinic.
///
/// @param behindProxy whether the connection is a proxy's, which has said whose it really is
record Caller(boolean behindProxy) {
    private static final int LONGEST_ADDRESS = 45;

    String address(HttpServerRequest request) {
        var own = request.remoteAddress().hostAddress();
        var said = behindProxy ? request.getHeader("x-forwarded-for") : null;
        if (said == null) return own;
        // Each proxy adds whom it sees at the end; what stands before that anybody may have written.
        var last = said.substring(said.lastIndexOf(',') + 1).strip();
        return last.isEmpty() || last.length() > LONGEST_ADDRESS ? own : last;
    }
}
