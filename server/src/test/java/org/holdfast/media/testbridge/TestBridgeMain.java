package org.holdfast.media.testbridge;

import io.vertx.core.Vertx;

/// The double as a process of its own, which can be killed. Without building anything, from the root of the repository:
///
/// ```
/// java -cp 'server/target/classes:server/target/lib/*:server/src/test/resources' \
///     server/src/test/java/org/holdfast/media/testbridge/TestBridgeMain.java [port]
/// ```
public final class TestBridgeMain {
    private TestBridgeMain() {}

    /// Says where it is in one line of JSON when it is ready, and ends with its standard input, so that nothing that
    /// starts it can leave it behind.
    public static void main(String[] arguments) throws Exception {
        var vertx = Vertx.vertx();
        var port = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
        var bridge = TestBridge.start(vertx, port)
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        System.out.println("{\"address\":\"" + bridge.address() + "\"}");
        System.out.flush();
        while (System.in.read() >= 0) continue;
        System.exit(0);
    }
}
