package org.holdfast.survival;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.holdfast.MediaSettings;
import org.holdfast.Node;
import org.holdfast.demo.Announcement;
import org.holdfast.demo.DemoClinic;
import org.holdfast.sealing.MasterKey;
import org.holdfast.web.Origins;

/// One node of several on a Redis that is not its own, with the demo's clinic in it: `name port redis folder people`.
public final class NodeMain {
    private NodeMain() {}

    public static void main(String[] arguments) throws Exception {
        var name = arguments[0];
        var port = Integer.parseInt(arguments[1]);
        var folder = Path.of(arguments[3]);
        var setup = new Node.Setup(
                name,
                "127.0.0.1",
                port,
                0,
                arguments[2],
                masterKey(folder.resolve("master-key")),
                folder.resolve("heads-" + name + ".jsonl"),
                Origins.loopback(port, Set.of()),
                null,
                MediaSettings.PEER,
                Clock.systemUTC(),
                null,
                null);
        var node = Node.start(setup).toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        var clinic = DemoClinic.in(
                folder,
                new DemoClinic.Into(
                        node.links(),
                        node.signInCodes(),
                        node.people(),
                        node.clinic(),
                        node.index(),
                        node.sessions(),
                        node.sessionLogs(),
                        Clock.systemUTC()),
                Integer.parseInt(arguments[4]));
        var opened = clinic.open().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> node.close()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .orTimeout(5, TimeUnit.SECONDS)
                        .join()));
        System.out.println(new Announcement("http://127.0.0.1:" + port, opened, null).json());
    }

    /// All nodes of a clinic hold the same one.
    private static MasterKey masterKey(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(file, MasterKey.random(new SecureRandom()).export());
        }
        return MasterKey.parse(Files.readString(file));
    }
}
