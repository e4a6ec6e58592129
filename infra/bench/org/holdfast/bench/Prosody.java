package org.holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/// Debian's Prosody with rooms anybody may join, which is what Jitsi Meet signals through. Nothing it is told is kept.
record Prosody(Reactor reactor, Program program, int port) implements ChatServer {
    private static final String SETTINGS = """
            daemonize = false
            run_as_root = true
            pidfile = "%1$s/prosody.pid"
            data_path = "%1$s"
            log = { warn = "%1$s/prosody.log" }
            modules_enabled = { "saslauth", "websocket" }
            modules_disabled = { "s2s", "tls", "offline" }
            interfaces = { "127.0.0.1" }
            c2s_ports = {}
            c2s_direct_tls_ports = {}
            s2s_ports = {}
            http_ports = { %2$d }
            http_interfaces = { "127.0.0.1" }
            https_ports = {}
            c2s_require_encryption = false
            consider_websocket_secure = true
            VirtualHost "localhost"
              authentication = "anonymous"
            Component "rooms.localhost" "muc"
              muc_room_locking = false
              restrict_room_creation = false
            """;

    static Prosody start(Bench bench, Reactor reactor) throws Exception {
        var folder = Files.createDirectory(bench.folder().resolve("prosody"));
        var port = Program.freePort();
        var settings = folder.resolve("prosody.cfg.lua");
        Files.writeString(settings, SETTINGS.formatted(folder, port));
        Program program;
        try {
            program = Program.start(
                    bench, folder.resolve("err.log"), Map.of(), List.of("prosody", "--config", settings.toString()));
        } catch (IOException e) {
            throw new IOException("Prosody is not installed: apt-get install --no-install-recommends prosody", e);
        }
        program.awaitPort(port);
        return new Prosody(reactor, program, port);
    }

    @Override
    public String name() {
        return "Prosody";
    }

    @Override
    public List<Long> pids() {
        return List.of(program.pid());
    }

    @Override
    public Guest guest(int room, int n) {
        return new Occupant(reactor, port, "/xmpp-websocket", room, n);
    }

    @Override
    public void letIn(Guest first) {}

    @Override
    public void end() {
        program.close();
    }
}
