package org.holdfast;

import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.doctor.Advice;
import org.holdfast.doctor.Sentence;
import org.holdfast.doctor.Sentence.Kind;
import org.holdfast.doctor.Trial;
import org.holdfast.media.bridges.HttpLook;

/// `doctor --bridge`: tries each bridge of the settings and says in sentences how it is.
final class Doctoring {
    static final int WELL = 0;
    static final int FAULTS = 1;

    private static final String PEER =
            "That two people hear each other without a bridge proves nothing about one: their browsers then talk"
                    + " directly. With three that can be silence, so only this, and a session through a bridge, show that"
                    + " it works.";

    private final PrintStream out;

    Doctoring(PrintStream out) {
        this.out = out;
    }

    /// @throws ConfigErrors when no bridge is set, or a setting cannot be read
    int run(Map<String, String> environment) {
        var settings = new Settings(environment);
        var media = MediaSettings.read(settings);
        var pages = settings.origins("HOLDFAST_ORIGINS");
        if (media.bridges().isEmpty()) {
            settings.problem("HOLDFAST_BRIDGES is missing: name each bridge by its private address, such as"
                    + " http://bridge-1:8080. " + PEER);
        }
        settings.done();
        return run(media.bridges(), new Advice(addresses(pages), media.channels()));
    }

    private static Set<URI> addresses(Set<String> origins) {
        return origins.stream().map(URI::create).collect(Collectors.toSet());
    }

    private int run(List<URI> bridges, Advice advice) {
        var vertx = Vertx.vertx();
        try (var http = HttpClient.newHttpClient()) {
            var look = new HttpLook(vertx);
            var trial = new Trial(
                    http,
                    rest -> look.at(rest)
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join());
            var faults = 0;
            for (var bridge : bridges) {
                out.println("Bridge " + bridge);
                for (var sentence : advice.on(trial.of(bridge, "trial-" + UUID.randomUUID()))) {
                    out.println(line(sentence));
                    if (sentence.kind() == Kind.FAULT) faults++;
                }
            }
            out.println(PEER);
            return faults == 0 ? WELL : FAULTS;
        } finally {
            vertx.close();
        }
    }

    private static String line(Sentence sentence) {
        var mark = switch (sentence.kind()) {
            case GOOD -> "  good   ";
            case NOTE -> "  note   ";
            case FAULT -> "  fault  ";
        };
        return mark + sentence.text();
    }
}
