package org.holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Debian's ejabberd with rooms anybody may join. Nothing it is told is kept.
record Ejabberd(Reactor reactor, Program program, int port) implements ChatServer {
    /// Its own backlog of 5 would stall people who come together.
    private static final String SETTINGS = """
            hosts: [localhost]
            loglevel: warning
            listen:
              - port: %d
                ip: "127.0.0.1"
                module: ejabberd_http
                backlog: 1024
                request_handlers:
                  /ws: ejabberd_http_ws
            auth_method: [anonymous]
            anonymous_protocol: sasl_anon
            allow_multiple_connections: true
            modules:
              mod_muc:
                host: rooms.localhost
            """;

    /// Where Debian keeps its Erlang libraries, by kind of processor.
    private static final String LIBRARIES = "/usr/lib/%s-linux-gnu";

    static Ejabberd start(Bench bench, Reactor reactor) throws Exception {
        var folder = Files.createDirectory(bench.folder().resolve("ejabberd"));
        var port = Program.freePort();
        var settings = folder.resolve("ejabberd.yml");
        Files.writeString(settings, SETTINGS.formatted(port));
        var environment = Map.of(
                "ERL_LIBS", libraries(),
                "HOME", folder.toString(),
                "EJABBERD_CONFIG_PATH", settings.toString(),
                "EJABBERD_LOG_PATH", folder.resolve("ejabberd.log").toString(),
                "ERL_CRASH_DUMP", folder.resolve("crash").toString());
        // Not busy-waiting for work: that would be counted as if it were work.
        var idle = List.of("+sbwt", "none", "+sbwtdcpu", "none", "+sbwtdio", "none");
        var command = new ArrayList<>(List.of("erl", "+K", "true", "+P", "250000"));
        command.addAll(idle);
        command.addAll(List.of("-noinput", "-mnesia", "dir", "\"" + folder.resolve("spool") + "\"", "-s", "ejabberd"));
        Program program;
        try {
            program = Program.start(bench, folder.resolve("err.log"), environment, command);
        } catch (IOException e) {
            throw new IOException("ejabberd is not installed: apt-get install --no-install-recommends ejabberd", e);
        }
        program.awaitPort(port);
        return new Ejabberd(reactor, program, port);
    }

    private static String libraries() {
        var processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        return Path.of(LIBRARIES.formatted(processor)).toString();
    }

    @Override
    public String name() {
        return "ejabberd";
    }

    @Override
    public List<Long> pids() {
        return List.of(program.pid());
    }

    @Override
    public Guest guest(int room, int n) {
        return new Occupant(reactor, port, "/ws", room, n);
    }

    @Override
    public void letIn(Guest first) {}

    @Override
    public void end() {
        program.close();
    }
}
