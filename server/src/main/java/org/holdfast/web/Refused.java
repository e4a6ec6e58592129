package org.holdfast.web;

import io.vertx.core.Future;
import org.holdfast.attendance.Language;
import org.holdfast.decision.RefusalCode;
import org.holdfast.live.Outcome;
import org.jspecify.annotations.Nullable;

/// For handlers: ends a request with why the wish was refused, in words for the person who asked.
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RefusalCode code;
    private final Language language;

    private Refused(RefusalCode code, Language language) {
        super(code.wire(), null, false, false);
        this.code = code;
        this.language = language;
    }

    /// What became of a command, as the answer to whoever asked in this language.
    static <T> Future<@Nullable T> unlessDone(Outcome outcome, Language language) {
        return switch (outcome) {
            case Outcome.Done _ -> Future.succeededFuture(null);
            // Word for word what an address says that nobody answers.
            case Outcome.Refused(var code)
            when code == RefusalCode.UNKNOWN -> Future.failedFuture(Problem.NOT_FOUND.raised());
            case Outcome.Refused(var code) -> Future.failedFuture(new Refused(code, language));
        };
    }

    /// Most say that the record is not as the asker thinks; some, that it is worth asking again later.
    int status() {
        if (code == RefusalCode.SLOW_DOWN) return 429;
        return code == RefusalCode.UNAVAILABLE || code == RefusalCode.UNKNOWN_OUTCOME ? 503 : 409;
    }

    String type() {
        return Problem.NAMESPACE + code.wire();
    }

    String title() {
        return RefusalTexts.of(code, language);
    }
}
