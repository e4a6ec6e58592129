package org.holdfast.media.testbridge;

import io.vertx.core.Vertx;
import java.util.List;
import org.holdfast.media.testbridge.TestBridge.Candidate;

/// The double as a process of its own, which can be killed. Without building anything, from the root of the repository:
///
/// ```
/// java -cp 'server/target/classes:server/target/lib/*:server/src/test/resources' \
///     server/src/test/java/org/holdfast/media/testbridge/TestBridgeMain.java [port [port of channels]]
/// ```
public final class TestBridgeMain {
    private TestBridgeMain() {}

    /// Says where it is in one line of JSON when it is ready, and ends with its standard input, so that nothing that
    /// starts it can leave it behind.
    public static void main(String[] arguments) throws Exception {
        var vertx = Vertx.vertx();
        var bridge = TestBridge.start(vertx, port(arguments, 0), port(arguments, 1))
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        // Nobody answers there: what browsers send goes no further than this computer.
        bridge.advertise(
                List.of(new Candidate("127.0.0.1", "host", bridge.address().getPort())));
        System.out.println("{\"address\":\"" + bridge.address() + "\"}");
        System.out.flush();
        while (System.in.read() >= 0) continue;
        System.exit(0);
    }

    /// 0 where none is named.
    private static int port(String[] arguments, int at) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : 0;
    }
}
